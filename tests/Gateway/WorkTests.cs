using Microsoft.Extensions.DependencyInjection.Extensions;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Series;
using ResultsGrid.Grains.Work;
using ResultsGrid.Storage.Local.State;

namespace ResultsGrid.Tests.Gateway;

public sealed class WorkTests : IAsyncLifetime
{
    private const string By = "board.anna";

    private readonly StubbornStore store = new();
    private TestGateway gateway = null!;

    private IGrainFactory Grains => gateway.Services.GetRequiredService<IGrainFactory>();

    private ISeriesGrain Series => Grains.Series(Packages.Series);

    public async Task InitializeAsync()
        => gateway = await TestGateway.Start(adjust: builder => builder.Services.Replace(ServiceDescriptor.Singleton<IStateStore>(store)));

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task A_package_that_cannot_be_read_is_refused_at_the_third_attempt_and_the_series_is_free()
    {
        await Series.BeginLoad(ContentHash.Of([1, 2, 3]), By);
        await gateway.Work();
        await gateway.Work();
        Assert.Equal(JobStage.Reading, (await Newest()).Stage);
        await WorkThrough();

        var job = await Newest();
        Assert.Equal((JobStage.Refused, gateway.Clock.GetUtcNow()), (job.Stage, job.FinishedAt!.Value));
        Assert.Contains("not in the document store", Assert.Single(job.Faults).Reason, StringComparison.Ordinal);
        Assert.Equal(JobStage.Finished, (await Load()).Stage);
    }

    [Fact]
    public async Task A_load_that_stops_at_a_centre_lets_no_award_begin_until_it_is_loaded_again()
    {
        var centre = Packages.Centres[1].ToString();
        store.Refuses = key => key.Kind.StartsWith("Centre/", StringComparison.Ordinal) && key.Key == centre;
        var load = await Load();
        Assert.Equal((JobStage.Finished, 4, centre), (load.Stage, load.Done, Assert.Single(load.Stopped).Item));
        var notReady = Assert.IsType<BeginOutcome.NotReady>(await Series.BeginAward(By));
        Assert.Equal($"The last load stopped at {centre}; load again.", notReady.Reason);

        store.Refuses = _ => false;
        Assert.Empty((await Load()).Stopped);
        Assert.IsType<BeginOutcome.Begun>(await Series.BeginAward(By));
    }

    [Fact]
    public async Task An_award_whose_counts_fail_is_no_award_and_a_passing_fault_is_none()
    {
        await Load();
        store.RefusesWrites = key => key.Kind.StartsWith("Assessment/", StringComparison.Ordinal);
        await Series.BeginAward(By);
        await WorkThrough();
        var award = await Newest();
        Assert.Equal((JobStage.Finished, SeriesGrain.WholeSeries), (award.Stage, Assert.Single(award.Stopped).Item));
        Assert.IsType<BeginOutcome.NotReady>(await Series.BeginPublication(By, []));

        await Series.BeginAward(By);
        await gateway.Work();
        store.RefusesWrites = _ => false;
        await WorkThrough();
        Assert.Empty((await Newest()).Stopped);
        Assert.IsType<BeginOutcome.Begun>(await Series.BeginPublication(By, []));
    }

    [Fact]
    public async Task A_series_that_cannot_be_asked_keeps_no_other_from_its_work()
    {
        var broken = SeriesCode.Parse("6A26");
        await Grains.Board().Enlist(broken);
        store.Refuses = key => key.Key == broken.ToString();
        await Series.BeginLoad(await Stored(), By);
        var fault = await Assert.ThrowsAsync<AggregateException>(gateway.Work);
        Assert.Contains("Series 6A26", fault.Message, StringComparison.Ordinal);
        Assert.Equal(JobStage.Finished, (await Newest()).Stage);
    }

    [Fact]
    public async Task A_claim_lives_as_long_as_its_worker_is_busy()
    {
        await Series.BeginLoad(await Stored(), By);
        var claim = (await Series.Claim("slow"))!;
        using (new ClaimRenewal(Series, claim.Claim, gateway.Clock))
        {
            for (var third = 0; third < 9; third++)
            {
                gateway.Clock.Advance(WorkState.ClaimLife / 3);
                Assert.Null(await Series.Claim("other"));
            }
        }

        gateway.Clock.Advance(WorkState.ClaimLife);
        Assert.NotNull(await Series.Claim("other"));
    }

    private async Task<Job> Load()
    {
        Assert.IsType<BeginOutcome.Begun>(await Series.BeginLoad(await Stored(), By));
        await WorkThrough();
        return await Newest();
    }

    private Task<ContentHash> Stored() => gateway.Services.GetRequiredService<IDocumentStore>().Store(Packages.Package);

    /// <summary>Works, and lets what failed rest, until everything was tried as often as it ever is.</summary>
    private async Task WorkThrough()
    {
        await gateway.Work();
        for (var attempt = 1; attempt < WorkState.MaxAttempts; attempt++)
        {
            gateway.Clock.Advance(WorkState.Rest);
            await gateway.Work();
        }
    }

    private async Task<Job> Newest() => (await Series.GetJobs())[0];
}
