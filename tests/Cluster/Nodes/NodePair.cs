using Azure;
using Orleans.Runtime.GrainDirectory;
using Orleans.Storage;
using Orleans.TestingHost;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Storage.Azure.Epochs;
using ResultsGrid.Tests.Epochs;
using ResultsGrid.Tests.Hosting;
using ResultsGrid.Tests.Hosting.Desk;

namespace ResultsGrid.Tests.Cluster.Nodes;

/// <summary>Two silos with the suite's grain over one storage and one epoch log, with the real epochs and leases. What is called from one is active on the other.</summary>
public sealed class NodePair : IAsyncDisposable
{
    private const string DeskStates = "desk/DeskState";

    private readonly InProcessTestCluster cluster;
    private readonly KeptStates states;
    private readonly InMemoryEpochLog log;

    private NodePair(InProcessTestCluster cluster, Gates gates, KeptStates states, StorageFaults faults, InMemoryEpochLog log)
    {
        (this.cluster, Gates, this.states, Faults, this.log) = (cluster, gates, states, faults, log);
        (First, Second) = (NodeOf(0), NodeOf(1));
    }

    public Node First { get; }

    public Node Second { get; }

    public Gates Gates { get; }

    public StorageFaults Faults { get; }

    /// <param name="ownDirectories">Neither node knows what is active on the other: what is called from one is active on that one, and from the other on that one too.</param>
    public static async Task<NodePair> Start(bool ownDirectories = false)
    {
        var (gates, states, log) = (new Gates(), new KeptStates(), new InMemoryEpochLog());
        var faults = new StorageFaults(reason => new RequestFailedException(reason));
        var cluster = await DeskCluster.Deploy(new GrainBounds { CallTimeout = Gates.Patience }, gates, "pair", silo =>
        {
            silo.AddFaultyStates(faults, (_, name) => silo.Services.AddKeyedSingleton<IGrainStorage>(name, states));
            // Before the filters of the product: it sees what they refuse.
            silo.Services.AddSingleton<RefusedCalls>().AddSingleton<IIncomingGrainCallFilter>(services => services.GetRequiredService<RefusedCalls>());
            silo.Services.AddSingleton(new ReachableLog(log)).AddSingleton<IEpochLog>(services => services.GetRequiredService<ReachableLog>()).AddEpochs();
            if (ownDirectories) silo.Services.AddSingleton<IGrainDirectoryResolver, OwnDirectory>().AddSingleton<PlacementStrategy, PreferLocalPlacement>();
        });
        var pair = new NodePair(cluster, gates, states, faults, log);
        await DeskCluster.Until(() => Task.FromResult(pair.First.Epochs.IsHeld && pair.Second.Epochs.IsHeld));
        return pair;
    }

    /// <summary>Cuts a node off from the epoch log, and returns when its lease has lapsed.</summary>
    public static async Task PutOutOfTouch(Node node)
    {
        ArgumentNullException.ThrowIfNull(node);
        node.Log.Cut();
        await DeskCluster.Until(() => Task.FromResult(!node.Epochs.IsHeld));
    }

    /// <summary>Which desks the log says may have changed, in order.</summary>
    public async Task<IReadOnlyList<string>> Announced()
        => [.. (await log.Read(known: null, CancellationToken.None))!.Record.Announcements.Select(announcement => announcement.Key)];

    /// <summary>As another activation writes that dies before it is announced; past every fault.</summary>
    public Task Overwrite(string key, DeskState state) => new FaultyGrainStorage(states, Faults).Overwrite(DeskStates, DeskId(key), state);

    /// <summary>What a desk's state has stored.</summary>
    public async Task<int> Stored(string key)
    {
        var stored = new GrainState<DeskState>(new DeskState());
        await states.ReadStateAsync(DeskStates, DeskId(key), stored);
        return stored.State!.Entries;
    }

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    private static GrainId DeskId(string key) => GrainId.Create("desk", key);

    private Node NodeOf(int silo) => new(cluster.GetSiloServiceProvider(cluster.Silos[silo].SiloAddress));
}
