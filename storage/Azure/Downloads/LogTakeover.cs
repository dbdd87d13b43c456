using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Downloads.Logs;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Storage.Azure.Downloads;

/// <summary>Takes over the logs of nodes that are gone, and this node's own of before its start: ends their writers' leases, folds them, deletes them.</summary>
/// <remarks>The lease that a survivor takes only saves the others its work: two that fold one log at a time count nothing twice.</remarks>
internal sealed partial class LogTakeover(BlobContainerClient container, ILiveNodes nodes, BlobLogEnd own, DownloadFolding folding, TimeProvider clock, ILogger logger)
{
    /// <summary>A node may write before every other has heard of it, so one look in which it is missing proves nothing.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>The longest that the storage gives without renewing; a survivor that dies delays the next by no more.</summary>
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(60);

    /// <summary>A blob ends at 16 MB and one block more; past this it is not ours.</summary>
    private const int MaxBlobBytes = 32 * 1024 * 1024;

    private const string WhatToDo = "It stays, and is tried again; the downloads of that node's last minutes may show nowhere: docs/operations.md, \"The download ledger\".";

    private readonly string lease = new Guid(RandomNumberGenerator.GetBytes(16)).ToString();
    private readonly Dictionary<string, long> missingSince = [];

    /// <summary>Folds the logs that are left. One that fails is logged and stays; the others go on.</summary>
    /// <returns>Whether none failed.</returns>
    public async Task<bool> FoldLeft(LogListing listing, CancellationToken cancellation)
    {
        var live = nodes.Names;
        foreach (var gone in missingSince.Keys.Except(listing.Logs.Select(log => log.Id)).ToList()) missingSince.Remove(gone);
        var failed = 0;
        foreach (var log in listing.Logs.Where(log => IsLeft(log, live)))
        {
            try
            {
                if (!await Fence(log, listing.InUse, cancellation)) failed++;
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                failed++;
                NotTaken(logger, log.Id, log.Node, fault);
            }
        }

        foreach (var log in listing.Ended) await container.GetAppendBlobClient(LogNames.EndOf(log)).DeleteIfExistsAsync(cancellationToken: cancellation);
        return failed == 0;
    }

    private bool IsLeft(ListedLog log, IReadOnlySet<string> live)
    {
        if (log.Id == own.Log) return false;
        if (log.Node == nodes.Own) return true;
        if (live.Contains(log.Node))
        {
            missingSince.Remove(log.Id);
            return false;
        }

        if (!missingSince.TryGetValue(log.Id, out var since)) missingSince.Add(log.Id, since = clock.GetTimestamp());
        return clock.GetElapsedTime(since) >= Patience;
    }

    /// <returns>Whether nothing failed.</returns>
    private async Task<bool> Fence(ListedLog log, LogsInUse inUse, CancellationToken cancellation)
    {
        var fenced = new SortedSet<int>();
        for (var listed = log.Numbers; listed.Any(number => !fenced.Contains(number)); listed = await Numbers(log.Id, cancellation))
        {
            foreach (var number in listed.Where(number => !fenced.Contains(number)).Reverse().ToList())
            {
                if (!await TakeLease(BlobOf(log, number), log.Id, cancellation)) return true;
                fenced.Add(number);
            }
        }

        return await Fold(log, [.. fenced], inUse, cancellation);
    }

    private async Task<bool> Fold(ListedLog log, IReadOnlyList<int> numbers, LogsInUse inUse, CancellationToken cancellation)
    {
        long? before = null;
        foreach (var number in numbers)
        {
            if (await Read(BlobOf(log, number), cancellation) is not var (bytes, etag)) continue;
            var name = LogNames.BlobOf(log.Id, number);
            var stretch = LedgerStretch.Of(bytes.Span, name, WhatToDo);
            if (stretch.Log.Length > 0)
            {
                if (stretch.Log != log.Id) throw new InvalidDataException($"{name} holds log {stretch.Log}. {WhatToDo}");
                if (before is { } last && stretch.First != last + 1) throw new InvalidDataException($"{name} begins with entry {stretch.First}; the blob before it ended with {last}. {WhatToDo}");
                before = stretch.Last;
                if (!await folding.FoldLeft(log.Id, LedgerStretch.Read(bytes.Span), inUse, cancellation)) return false;
            }

            // Blocks are appended whole or not at all: the rest is not its writer's.
            if (stretch.Bytes != bytes.Length) throw new InvalidDataException($"{name} ends at byte {stretch.Bytes} in what is no block. {WhatToDo}");
            // Before the last one goes: a batch that is still on its way must find the grain's place in this log.
            if (number == numbers[^1]) await container.GetAppendBlobClient(LogNames.EndOf(log.Id)).CreateIfNotExistsAsync(cancellationToken: cancellation);
            await BlobOf(log, number).DeleteIfExistsAsync(DeleteSnapshotsOption.None, new BlobRequestConditions { LeaseId = lease, IfMatch = etag }, cancellation);
        }

        Taken(logger, log.Id, log.Node);
        return true;
    }

    /// <returns>False: another survivor is at it.</returns>
    private async Task<bool> TakeLease(AppendBlobClient blob, string log, CancellationToken cancellation)
    {
        try
        {
            await blob.GetBlobLeaseClient(LogNames.LeaseOf(log)).ReleaseAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException refusal) when (refusal.IsFence())
        {
            // Its writer's no more.
        }

        try
        {
            await blob.GetBlobLeaseClient(lease).AcquireAsync(LeaseTime, cancellationToken: cancellation);
            return true;
        }
        catch (RequestFailedException refusal) when (refusal.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return true;
        }
        catch (RequestFailedException refusal) when (refusal.ErrorCode == BlobErrorCode.LeaseAlreadyPresent)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<int>> Numbers(string log, CancellationToken cancellation)
        => (await LogListing.Of(container, clock.GetUtcNow(), cancellation, LogNames.FolderOf(log))).Logs.SingleOrDefault()?.Numbers ?? [];

    private static async Task<(ReadOnlyMemory<byte> Bytes, ETag ETag)?> Read(AppendBlobClient blob, CancellationToken cancellation)
    {
        try
        {
            var length = (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value.ContentLength;
            if (length > MaxBlobBytes) throw new InvalidDataException($"{blob.Name} has {length} bytes, more than any of its kind. {WhatToDo}");
            var answer = (await blob.DownloadContentAsync(cancellation)).Value;
            return (answer.Content.ToMemory(), answer.Details.ETag);
        }
        catch (RequestFailedException refusal) when (refusal.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    private AppendBlobClient BlobOf(ListedLog log, int number) => container.GetAppendBlobClient(LogNames.BlobOf(log.Id, number));

    [LoggerMessage(Level = LogLevel.Information, Message = "The download log {Log} of node {Node}, which is gone, is folded and deleted.")]
    private static partial void Taken(ILogger logger, string log, string node);

    [LoggerMessage(Level = LogLevel.Error, Message = "The download log {Log} of node {Node}, which is gone, can't be folded. It stays and is tried again.")]
    private static partial void NotTaken(ILogger logger, string log, string node, Exception fault);
}
