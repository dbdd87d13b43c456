using System.Security.Cryptography;
using Azure;
using Orleans.Storage;
using Orleans.TestingHost;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Tests.Hosting.Desk;

namespace ResultsGrid.Tests.Hosting;

/// <summary>Two silos with the desks, called from one as a gateway calls, over a storage that fails where a test asks for it.</summary>
public sealed class OrleansHost : IAsyncDisposable
{
    private readonly string service = $"suite-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
    private readonly Action<ISiloBuilder, string> addStates;
    private readonly StorageFaults faults = new(reason => new RequestFailedException(reason));
    private InProcessTestCluster? cluster;

    private OrleansHost(Action<ISiloBuilder, string> addStates) => this.addStates = addStates;

    public Gates Gates { get; } = new();

    private InProcessTestCluster Cluster => cluster ?? throw new InvalidOperationException("The cluster starts with the host.");

    private IServiceProvider Services => Cluster.GetSiloServiceProvider();

    /// <param name="addStates">Adds a grain storage of a name to a silo. What it holds outlives the cluster: a restart finds it.</param>
    public static async Task<OrleansHost> Start(Action<ISiloBuilder, string> addStates)
    {
        var host = new OrleansHost(addStates);
        await host.Deploy();
        return host;
    }

    /// <summary>A desk as called from the first silo.</summary>
    public IDeskGrain Desk(string key = "10101") => Services.GetRequiredService<IGrainFactory>().GetGrain<IDeskGrain>(key);

    /// <summary>Stops the silos and starts others over the same store.</summary>
    public async Task Restart()
    {
        await Cluster.DisposeAsync();
        await Deploy();
    }

    /// <summary>The next write fails. It is stored or not, which its grain can't know.</summary>
    public void FailNextWrite(bool afterStoring) => faults.FailNextWrite(afterStoring);

    /// <summary>The next write stops at the gate before it is stored.</summary>
    public void HoldNextWrite(string gate) => faults.HoldNextWrite(() => Gates.Arrive(gate));

    /// <summary>The next reads of state fail.</summary>
    public void FailNextReads(int count) => faults.FailNextReads(count);

    /// <summary>Somebody else changes a desk's stored state behind its back.</summary>
    public Task Overwrite(string key, DeskState state)
        => ((FaultyGrainStorage)Services.GetRequiredKeyedService<IGrainStorage>(StoredStates.ProviderName)).Overwrite("desk/DeskState", GrainId.Create("desk", key), state);

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null) await cluster.DisposeAsync();
    }

    private async Task Deploy() => cluster = await DeskCluster.Deploy(new GrainBounds { CallTimeout = Gates.Patience }, Gates, service, silo =>
    {
        silo.AddFaultyStates(faults, addStates);
        silo.Services
            .AddSingleton<StateListeners>()
            .AddSingleton<IStateAnnouncer, LocalAnnouncer>()
            .AddSingleton<IServingLease, SoleGateway>();
    });
}
