using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ResultsGrid.Grains.Downloads;

namespace ResultsGrid.Storage.Azure.Downloads;

/// <summary>What lies in the container.</summary>
/// <param name="Ended">Of the logs that are folded and gone, those that no grain needs a place in any more.</param>
internal sealed record LogListing(IReadOnlyList<ListedLog> Logs, LogsInUse InUse, IReadOnlyList<string> Ended)
{
    /// <summary>In the metadata of a log's blobs.</summary>
    public const string Node = "node";

    public static async Task<LogListing> Of(BlobContainerClient container, DateTimeOffset now, CancellationToken cancellation, string prefix = "")
    {
        var blobs = new List<(string Log, int Number, string Node)>();
        var ended = new List<(string Log, bool IsOld)>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix, cancellation))
        {
            if (LogNames.Blob(blob.Name) is { } name) blobs.Add((name.Log, name.Number, blob.Metadata?.TryGetValue(Node, out var node) is true ? node : ""));
            else if (LogNames.EndedLog(blob.Name) is { } log) ended.Add((log, blob.Properties.LastModified + LogNames.Grace < now));
        }

        var logs = blobs.GroupBy(blob => blob.Log, (log, ofLog) => (log, blobs: ofLog.OrderBy(blob => blob.Number).ToList()))
            .Select(one => new ListedLog(one.log, one.blobs[^1].Node, [.. one.blobs.Select(blob => blob.Number)])).ToList();
        var inUse = logs.Select(log => log.Id).Concat(ended.Select(one => one.Log)).Distinct();
        return new(logs, new LogsInUse([.. inUse], LogNames.NewerThan(now)), [.. ended.Where(one => one.IsOld).Select(one => one.Log)]);
    }
}
