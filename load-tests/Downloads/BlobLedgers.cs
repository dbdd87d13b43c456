using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Storage.Azure;
using ResultsGrid.Storage.Azure.Downloads;

namespace ResultsGrid.LoadTests.Downloads;

/// <summary>Ledgers of a cluster of one, in a storage account.</summary>
/// <param name="connectionString">The account's.</param>
public sealed class BlobLedgers(string connectionString) : ILiveNodes
{
    private const string Container = "ledger-benchmark";

    public string Own => "benchmark";

    public IReadOnlySet<string> Names { get; } = new HashSet<string> { "benchmark" };

    public async Task<BlobDownloadLedger> Open(DownloadFolding folding, TimeProvider clock)
    {
        var container = new BlobContainerClient(connectionString, Container, new BlobClientOptions().WithRequestBounds());
        var appending = new BlobContainerClient(connectionString, Container, new BlobClientOptions().WithAppendBounds());
        await container.CreateIfNotExistsAsync();
        return new BlobDownloadLedger(appending, container, this, folding, StorageHealth.Unwatched(), clock, NullLogger<BlobDownloadLedger>.Instance);
    }
}
