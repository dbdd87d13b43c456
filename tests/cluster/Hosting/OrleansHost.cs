using System.Security.Cryptography;
using Npgsql;
using Orleans.Storage;
using Orleans.TestingHost;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Silo.Development;
using ResultsGrid.Gateway.Nodes;
using ResultsGrid.Storage.States;
using ResultsGrid.Tests.Hosting;
using ResultsGrid.Tests.Hosting.Desk;

namespace ResultsGrid.ClusterTests.Hosting;

/// <summary>Two silos with the suite's grain, called from one as a gateway calls.</summary>
/// <remarks>
/// Orleans goes by the machine's clock for timeouts and idle grains. So a test that lets them pass gets short real ones, and
/// <see cref="Pass"/> waits until they have acted.
/// </remarks>
public sealed class OrleansHost : IGrainHostFixture
{
    private readonly string service = $"suite-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
    private readonly RealTimes times;
    private readonly Action<ISiloBuilder, string> addStates;
    private readonly StorageFaults faults = new(reason => new NpgsqlException(reason));
    private readonly DesksAtWork desks = new();
    private InProcessTestCluster? cluster;

    private OrleansHost(HostBounds bounds, RealTimes times, Action<ISiloBuilder, string> addStates)
        => (Bounds, this.times, this.addStates) = (bounds, times, addStates);

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public Gates Gates { get; } = new();

    public HostBounds Bounds { get; }

    public int ActivationCount => CountDesks().GetAwaiter().GetResult();

    private InProcessTestCluster Cluster => cluster ?? throw new InvalidOperationException("The cluster starts with the host.");

    private IServiceProvider Services => Cluster.GetSiloServiceProvider();

    /// <summary>On states in this process's memory.</summary>
    public static Task<IGrainHostFixture> Start(HostBounds bounds, RealTimes times)
    {
        var states = new KeptStates();
        return Start(bounds, times, (silo, name) => silo.Services.AddKeyedSingleton<IGrainStorage>(name, states));
    }

    /// <param name="addStates">Adds a grain storage of a name to a silo. What it holds outlives the cluster: a restart finds it.</param>
    public static async Task<IGrainHostFixture> Start(HostBounds bounds, RealTimes times, Action<ISiloBuilder, string> addStates)
    {
        var host = new OrleansHost(bounds, times, addStates);
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
        await DeskCluster.Until(HaveIdleGone);
    }

    public void FailNextWrite(bool afterStoring) => faults.FailNextWrite(afterStoring);

    public void HoldNextWrite(string gate) => faults.HoldNextWrite(() => Gates.Arrive(gate));

    public void FailNextReads(int count) => faults.FailNextReads(count);

    public Task Overwrite<TState>(string grain, string key, TState state)
        => ((FaultyGrainStorage)Services.GetRequiredKeyedService<IGrainStorage>(StoredStates.ProviderName))
            .Overwrite($"{grain.ToLowerInvariant()}/{typeof(TState).Name}", GrainId.Create(grain.ToLowerInvariant(), key), state);

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null) await cluster.DisposeAsync();
    }

    private async Task Deploy()
    {
        var bounds = new GrainBounds { CallTimeout = times.CallTimeout, MaxCallsPerGrain = Bounds.MaxCallsPerGrain, IdleAge = times.IdleAge, SweepInterval = times.SweepInterval };
        cluster = await DeskCluster.Deploy(bounds, Gates, service, silo =>
        {
            silo.AddFaultyStates(faults, addStates);
            silo.Services
                .AddSingleton<IIncomingGrainCallFilter>(desks)
                .AddSingleton<StateListeners>()
                .AddSingleton<IStateAnnouncer, LocalAnnouncer>()
                .AddSingleton<IServingLease, SoleGateway>();
        });
    }

    private async Task<bool> HaveIdleGone()
    {
        try
        {
            return await CountDesks() <= desks.AtWork;
        }
        catch (TimeoutException)
        {
            // The test's short timeout is for its desks; who counts them may take longer.
            return false;
        }
    }

    private async Task<int> CountDesks()
    {
        var statistics = await Grains.GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics();
        return statistics.Where(one => one.GrainType.Contains(nameof(DeskGrain), StringComparison.Ordinal)).Sum(one => one.ActivationCount);
    }
}
