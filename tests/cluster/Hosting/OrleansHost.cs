using Orleans.Storage;
using Orleans.TestingHost;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Silo.Development;
using ResultsGrid.Silo.Hosting;
using ResultsGrid.Silo.State;
using ResultsGrid.Tests.Hosting;
using ResultsGrid.Tests.Hosting.Desk;

namespace ResultsGrid.ClusterTests.Hosting;

/// <summary>Two silos with the suite's grain, called from one as a gateway calls; grains are put on the other, so that arguments and results cross the wire.</summary>
/// <remarks>
/// Orleans goes by the machine's clock for timeouts and idle grains. So a test that lets them pass gets short real ones, and
/// <see cref="Pass"/> waits until they have acted.
/// </remarks>
public sealed class OrleansHost : IGrainHostFixture
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly RealTimes times;
    private readonly FaultyGrainStorage storage;
    private readonly DesksAtWork desks = new();
    private InProcessTestCluster? cluster;

    private OrleansHost(HostBounds bounds, RealTimes times, IGrainStorage store)
    {
        (Bounds, this.times) = (bounds, times);
        storage = new FaultyGrainStorage(store);
    }

    public IGrainFactory Grains => Cluster.GetSiloServiceProvider().GetRequiredService<IGrainFactory>();

    public Gates Gates { get; } = new();

    public HostBounds Bounds { get; }

    public int ActivationCount => CountDesks().GetAwaiter().GetResult();

    private InProcessTestCluster Cluster => cluster ?? throw new InvalidOperationException("The cluster starts with the host.");

    /// <param name="store">Outlives the cluster: what a restart finds.</param>
    public static async Task<IGrainHostFixture> Start(HostBounds bounds, RealTimes times, IGrainStorage store)
    {
        var host = new OrleansHost(bounds, times, store);
        await host.Deploy();
        return host;
    }

    public async Task Restart()
    {
        await Cluster.DisposeAsync();
        await Deploy();
    }

    public async Task Pass(TimeSpan time)
    {
        if (time < Bounds.IdleAge) return;
        // A desk that is idle from now on: when it has gone, so has every other that nobody works at.
        await Grains.GetGrain<IDeskGrain>("witness").GetInstance();
        using var patience = new CancellationTokenSource(Gates.Patience);
        using var look = new PeriodicTimer(Look);
        while (await CountDesks() > desks.AtWork) await look.WaitForNextTickAsync(patience.Token);
    }

    public void FailNextWrite(bool afterStoring) => storage.Faults.FailNextWrite(afterStoring);

    public void HoldNextWrite(string gate) => storage.Faults.HoldNextWrite(() => Gates.Arrive(gate));

    public void FailNextReads(int count) => storage.Faults.FailNextReads(count);

    public Task Overwrite<TState>(string grain, string key, TState state)
        => storage.Overwrite($"{grain.ToLowerInvariant()}/{typeof(TState).Name}", GrainId.Create(grain.ToLowerInvariant(), key), state);

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null) await cluster.DisposeAsync();
    }

    private async Task Deploy()
    {
        var builder = new InProcessTestClusterBuilder(initialSilosCount: 2);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddPlacementDirector<Elsewhere, Elsewhere.Director>();
            silo.AddResultsGridGrains(
                new GrainBounds { CallTimeout = times.CallTimeout, MaxCallsPerGrain = Bounds.MaxCallsPerGrain, IdleAge = times.IdleAge, SweepInterval = times.SweepInterval },
                typeof(IDeskGrain).Assembly);
            silo.Services
                .AddSingleton(Gates)
                .AddSingleton<IIncomingGrainCallFilter>(desks)
                .AddSingleton<StateListeners>()
                .AddSingleton<IStateAnnouncer, LocalAnnouncer>()
                .AddSingleton<IServingLease, SoleGateway>()
                .AddSingleton<PlacementStrategy, Elsewhere>()
                .AddKeyedSingleton<IGrainStorage>(StoredStates.ProviderName, storage);
        });
        builder.Options.InitializeClientOnDeploy = false;
        cluster = builder.Build();
        await cluster.DeployAsync();
        await UntilEachSiloPlacesOnTheOther();
    }

    private async Task UntilEachSiloPlacesOnTheOther()
    {
        using var patience = new CancellationTokenSource(Gates.Patience);
        using var look = new PeriodicTimer(Look);
        while (!await TryThereAndBack()) await look.WaitForNextTickAsync(patience.Token);
    }

    private async Task<bool> TryThereAndBack()
    {
        try
        {
            await Grains.GetGrain<IDeskGrain>("there").AskThrough("and back");
            return true;
        }
        catch (InvalidOperationException)
        {
            // One of them has not heard of the other's grains yet.
            return false;
        }
    }

    private async Task<int> CountDesks()
    {
        var statistics = await Grains.GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics();
        return statistics.Where(one => one.GrainType.Contains(nameof(DeskGrain), StringComparison.Ordinal)).Sum(one => one.ActivationCount);
    }
}
