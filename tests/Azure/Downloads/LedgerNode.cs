using Azure.Core;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Storage.Azure.Downloads;
using ResultsGrid.Tests.Clock;
using ResultsGrid.Tests.Downloads;

namespace ResultsGrid.Tests.Azure.Downloads;

/// <summary>One process of a cluster, as far as its ledger goes.</summary>
public sealed class LedgerNode : ILiveNodes, IDisposable
{
    private readonly LedgerCluster cluster;

    public LedgerNode(LedgerCluster cluster, string name, FakeClock clock, BlobLogBounds bounds)
    {
        (this.cluster, Own) = (cluster, name);
        Calls = new HeldCalls(cluster.Grains.Factory);
        var container = Client(cluster);
        Ledger = new BlobDownloadLedger(container, container, this, FoldedGrains.FoldingBy(Calls.Factory), Health, clock, NullLogger<BlobDownloadLedger>.Instance, bounds);
    }

    public string Own { get; }

    public IReadOnlySet<string> Names => cluster.Live;

    public NodeNetwork Network { get; } = new();

    /// <summary>To the Results grains.</summary>
    public HeldCalls Calls { get; }

    public StorageHealth Health { get; } = StorageHealth.Unwatched();

    public BlobDownloadLedger Ledger { get; }

    public ValueTask Record(CentreNumber centre, string by) => Ledger.Record(FoldedGrains.Download(cluster.Clock.GetUtcNow(), centre, by));

    /// <returns>Whether it was acknowledged.</returns>
    public async Task<bool> TryRecord(CentreNumber centre, string by)
    {
        try
        {
            await Record(centre, by);
            return true;
        }
        catch (StorageUnavailableException)
        {
            return false;
        }
    }

    /// <summary>One look, and behind it one at which whoever was missing has been for long enough.</summary>
    public async Task<bool> TakeOver()
    {
        await Ledger.FoldLeft(CancellationToken.None);
        cluster.Clock.Advance(LedgerCluster.Patience);
        return await Ledger.FoldLeft(CancellationToken.None);
    }

    /// <summary>As SIGKILL: nothing of it reaches the storage any more.</summary>
    public void Dispose()
    {
        Network.IsCut = true;
        Network.Release();
        Calls.Release();
        Ledger.Dispose();
    }

    private BlobContainerClient Client(LedgerCluster cluster)
    {
        // Of each request's fate only the ledger itself may make something.
        var options = new BlobClientOptions { Retry = { MaxRetries = 0 } };
        options.AddPolicy(Network, HttpPipelinePosition.PerRetry);
        return new BlobContainerClient(cluster.ConnectionString, cluster.Container.Name, options);
    }
}
