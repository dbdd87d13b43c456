using ResultsGrid.Grains.Assessments;
using ResultsGrid.Grains.Candidates;
using ResultsGrid.Grains.Centres;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Results;
using ResultsGrid.Grains.Series;
using ResultsGrid.Grains.Work;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.Jobs;

/// <summary>Work whose calls are lost with the grains' node is done all the same, and nothing is done twice by it.</summary>
public sealed class LostCallsTests : IAsyncLifetime
{
    private const string By = "board.anna";

    private TestGateway gateway = null!;
    private LossyGrains lossy = null!;

    private IGrainFactory Grains => gateway.Services.GetRequiredService<IGrainFactory>();

    private ISeriesGrain Series => Grains.Series(Packages.Series);

    public async Task InitializeAsync()
    {
        gateway = await TestGateway.Start();
        lossy = new LossyGrains(Grains);
    }

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task A_series_is_loaded_awarded_published_and_checked_at_the_first_attempt_though_calls_of_every_stage_are_lost()
    {
        var package = await gateway.Services.GetRequiredService<IDocumentStore>().Store(Packages.Package);
        await Ends(
            await Series.BeginLoad(package, By),
            nameof(ISeriesGrain.CompleteReading), nameof(ISeriesGrain.Complete), nameof(IAssessmentGrain.Define), nameof(ICentreGrain.Enter), nameof(ICandidateGrain.Register), nameof(IResultsGrain.SetCandidates));
        await Ends(
            await Series.BeginAward(By),
            nameof(ISeriesGrain.GetProfile), nameof(ISeriesGrain.Complete), nameof(ICandidateGrain.Award), nameof(IResultsGrain.SetTally), nameof(IAssessmentGrain.SetStatistics));
        await Ends(await Series.BeginPublication(By, []), nameof(ISeriesGrain.Complete), nameof(IResultsGrain.Publish), nameof(IAssessmentGrain.Announce));
        await Ends(await Series.BeginCheck(By), nameof(ISeriesGrain.Complete), nameof(IResultsGrain.GetPublicationBasis));

        foreach (var centre in Packages.Centres)
        {
            var results = Grains.Results(Packages.Series, centre);
            Assert.Equal((centre, 1), (centre, (await results.GetLatest())!.Published.Version));
        }
    }

    /// <summary>Works while the first calls to these methods are lost, and sees that the job ended well without a rest between.</summary>
    private async Task Ends(BeginOutcome begun, params string[] losing)
    {
        var number = Assert.IsType<BeginOutcome.Begun>(begun).Job.Number;
        lossy.Lose(losing);
        await using var services = new ServiceCollection()
            .AddSingleton(lossy.Factory)
            .AddSingleton<TimeProvider>(new HurriedClock(gateway.Clock))
            .AddSingleton(gateway.Services.GetRequiredService<IDocumentStore>())
            .AddSeriesWork()
            .BuildServiceProvider();
        var work = services.GetRequiredService<SeriesWork>();
        while (await work.DoNext("test", CancellationToken.None))
        {
        }

        var job = (await Series.GetJobs()).Single(one => one.Number == number);
        Assert.Equal((job.Kind, JobStage.Finished, ""), (job.Kind, job.Stage, string.Join("; ", job.Stopped.Select(stopped => $"{stopped.Item}: {stopped.Reason}"))));
        Assert.Empty(losing.Except(lossy.Survived));
    }
}
