using Microsoft.Extensions.DependencyInjection.Extensions;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Admission;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.Tests.Access;
using ResultsGrid.Tests.Gateway;
using ResultsGrid.Tests.Leases;

namespace ResultsGrid.Tests.Admission;

/// <summary>A request may wait for seconds before it is worked on: it is answered by how things are then, not by how they were when it came.</summary>
public sealed class WaitedRequestTests : IAsyncLifetime, IDisposable
{
    private const string Id = "results-file";
    private static readonly CentreNumber Centre = Packages.Centres[0];
    private static readonly string Documents = $"/api/v1/centres/{Centre}/series/{Packages.Series}/documents";

    private readonly FakeLease lease = new();
    private readonly Departures departures = new();
    private TestGateway gateway = null!;
    private Wire wire = null!;
    private Visitor officer = null!;

    private Ingress Ingress => gateway.Services.GetRequiredService<Ingress>();

    private IGrainFactory Grains => gateway.Services.GetRequiredService<IGrainFactory>();

    public async Task InitializeAsync()
    {
        gateway = await TestGateway.Start(adjust: builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<IServingLease>(lease)).AddSingleton<IStartupFilter>(departures);
            // One place, and to each lane room for one to wait.
            builder.Services.Configure<AdmissionOptions>(options => (options.MaxInside, options.MaxWaiting) = (1, 64));
        });
        await gateway.Publish(Packages.Package);
        officer = await new Visitors(gateway).Key(Centre, Role.CentreAdministrator);
        wire = new Wire(gateway);
        gateway.Clock.Leap(Packages.RestrictedRelease - gateway.Clock.GetUtcNow());
        // From here on all that it takes is in memory.
        Assert.Equal(200, (await Get($"{Documents}/{Id}")).Status);
    }

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    public void Dispose() => wire.Dispose();

    public static TheoryData<string, string, int> Changes { get; } = new()
    {
        { "nothing", $"{Documents}/{Id}", 200 },
        { "nothing", Documents, 200 },
        { "withdrawn", $"{Documents}/{Id}", 410 },
        { "revoked", $"{Documents}/{Id}", 401 },
        { "revoked", Documents, 401 },
        { "postponed", $"{Documents}/{Id}", 403 },
        { "postponed", Documents, 403 },
        { "out of touch", $"{Documents}/{Id}", 503 },
        { "out of touch", Documents, 503 },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_changes_meanwhile_is_in_the_answer(string change, string path, int status)
    {
        await TakeThePlace();
        var answering = Get(path);
        await SomebodyWaits();
        await Change(change);
        Ingress.Leave();
        var answer = await answering;
        Assert.True(answer.Status == status, $"{path} was answered {answer.Status}: {answer.Start}");
        Assert.Equal((0, 0), (Ingress.Inside, Ingress.Waiting));
    }

    [Theory]
    [InlineData($"/{Id}", null)]
    [InlineData($"/{Id}", "bytes=0-9")]
    [InlineData(".zip", null)]
    public async Task Whoever_left_meanwhile_has_downloaded_nothing(string below, string? range)
    {
        await TakeThePlace();
        using (var leaving = gateway.Client(officer.Secret))
        using (var patience = new CancellationTokenSource())
        {
            if (range is not null) leaving.DefaultRequestHeaders.Add("Range", range);
            var asked = leaving.GetAsync(new Uri(gateway.Address, $"{Documents}{below}"), patience.Token);
            await SomebodyWaits();
            await patience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        }

        await departures.First;
        Ingress.Leave();
        using var client = gateway.Client(officer.Secret);
        var fetch = Assert.Single((await client.Json($"centres/{Centre}/series/{Packages.Series}/downloads")).EnumerateArray());
        Assert.Equal((Id, 1), (fetch.GetProperty("documentId").GetString(), fetch.GetProperty("count").GetInt32()));
    }

    /// <summary>Nobody's callers share the lane of their address; who has just signed in, or whose centre's accounts have just changed, is not one of them.</summary>
    [Fact]
    public async Task Whoever_is_not_in_memory_yet_has_their_centres_lane()
    {
        await TakeThePlace();
        var stranger = wire.Send(new WireRequest("GET", Documents, Visitors.Strangers(Centre)[0], [], Body: null));
        await SomebodyWaits();
        var known = await new Visitors(gateway).Key(Centre, Role.CentreAdministrator);
        var answering = wire.Send(new WireRequest("GET", Documents, known, [], Body: null));
        while (Ingress.Waiting == 1 && !answering.IsCompleted) await Task.Yield();
        Ingress.Leave();
        Assert.Equal(401, (await stranger).Status);
        Assert.Equal(200, (await answering).Status);
    }

    private Task<WireAnswer> Get(string path) => wire.Send(new WireRequest("GET", path, officer, [], Body: null));

    private async Task TakeThePlace()
        => Assert.True(await Ingress.Enter((await gateway.Services.GetRequiredService<KnownCallers>().Get(officer.Secret!))!));

    private async Task SomebodyWaits()
    {
        while (Ingress.Waiting == 0) await Task.Yield();
    }

    private async Task Change(string change)
    {
        switch (change)
        {
            case "withdrawn":
                await Grains.Results(Packages.Series, Centre).Withdraw(Id, "A wrong boundary.", "board.anna");
                break;
            case "revoked":
                var accounts = Grains.Accounts(Shelf.Of(Centre));
                foreach (var key in await accounts.ListKeys()) await accounts.RevokeKey(key.Id);
                break;
            case "postponed":
                var later = gateway.Clock.GetUtcNow() + TimeSpan.FromDays(1);
                await Grains.Series(Packages.Series).ProposeSchedule(new ReleaseSchedule(later, later.AddDays(1)), UserName.Parse("board.anna", null));
                break;
            case "out of touch":
                lease.IsHeld = false;
                break;
        }
    }

    /// <summary>Tells when the server has heard that a client left before its answer.</summary>
    private sealed class Departures : IStartupFilter
    {
        private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task First => first.Task;

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, following) =>
            {
                http.RequestAborted.Register(() => first.TrySetResult());
                return following(http);
            });
            next(app);
        };
    }
}
