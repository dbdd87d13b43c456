using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using ResultsGrid.Storage.Azure.Downloads;
using ResultsGrid.Tests.Clock;
using ResultsGrid.Tests.Downloads;

namespace ResultsGrid.Tests.Azure.Downloads;

/// <summary>Nodes with one ledger in one container, over the same grains. They live and die as the test says.</summary>
public sealed class LedgerCluster : IAsyncDisposable
{
    /// <summary>LogTakeover.Patience.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>So few blocks that every test meets more than one blob.</summary>
    private static readonly BlobLogBounds Bounds = BlobLogBounds.OfStorage with { MaxBlocks = 3 };

    private readonly List<LedgerNode> nodes = [];
    private ImmutableHashSet<string> live = [];
    private int names;

    private LedgerCluster(Azurite azurite)
    {
        (ConnectionString, Container) = (azurite.ConnectionString, azurite.NewContainer());
        Grains = new FoldedGrains();
    }

    public string ConnectionString { get; }

    /// <summary>By a client whose requests all arrive.</summary>
    public BlobContainerClient Container { get; }

    /// <summary>Begun now, for the storage's own clock dates what the nodes leave behind.</summary>
    public FakeClock Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public FoldedGrains Grains { get; }

    public IReadOnlySet<string> Live => live;

    public static async Task<LedgerCluster> Start(Azurite azurite)
    {
        var cluster = new LedgerCluster(azurite);
        await cluster.Container.CreateAsync();
        return cluster;
    }

    public LedgerNode Join(string? name = null, FakeClock? clock = null, BlobLogBounds? bounds = null)
    {
        var node = new LedgerNode(this, name ?? $"node-{++names}", clock ?? Clock, bounds ?? Bounds);
        nodes.Add(node);
        live = live.Add(node.Own);
        return node;
    }

    /// <summary>The others take it for dead, whether it is or not.</summary>
    public void Miss(LedgerNode node) => live = live.Remove(node.Own);

    /// <summary>As SIGKILL: nothing of it reaches the storage any more.</summary>
    public void Kill(LedgerNode node)
    {
        Miss(node);
        node.Dispose();
    }

    /// <summary>In order.</summary>
    public async Task Stop(LedgerNode node)
    {
        await node.Ledger.FoldAll(CancellationToken.None);
        node.Ledger.Dispose();
        Miss(node);
    }

    /// <summary>As if a minute had passed: the leases of survivors that went no further run out.</summary>
    public async Task EndLeasesOfSurvivors()
    {
        await foreach (var blob in Container.GetBlobsAsync())
        {
            if (blob.Properties is { LeaseState: LeaseState.Leased, LeaseDuration: LeaseDurationType.Fixed })
                await Container.GetAppendBlobClient(blob.Name).GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);
        }
    }

    /// <summary>The logs' blobs by name; what marks a log's end is none.</summary>
    public async Task<IReadOnlyList<string>> Blobs()
    {
        var found = new List<string>();
        await foreach (var blob in Container.GetBlobsAsync()) found.Add(blob.Name);
        return [.. found.Where(name => !name.StartsWith("ended/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
        {
            node.Dispose();
            node.Network.Dispose();
        }

    }
}
