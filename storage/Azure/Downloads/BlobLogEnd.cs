using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using ResultsGrid.Grains.Downloads.Logs;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Storage.Azure.Downloads;

/// <summary>The end of this node's log: blocks appended to append blobs, a new blob when one is full. For one thread at a time; what is folded, another may delete.</summary>
/// <remarks>
/// Every append names the position where it must land and the lease that nobody else holds. So an append that comes late,
/// after its caller gave it up, lands before the next or nowhere; and once a survivor has ended the lease none lands at all.
/// </remarks>
internal sealed class BlobLogEnd(BlobContainerClient container, string node, TimeProvider clock, BlobLogBounds bounds) : ILedgerEnd
{
    /// <summary>As EntryGroup has them.</summary>
    private const int MaxBlockBytes = 4 * 1024 * 1024;

    /// <summary>A second one for a storage that hiccups; a third would keep those who wait for longer than they wait.</summary>
    private const int MaxTries = 2;

    private const string Fenced = "another node has taken this one for dead and its part of the download ledger over, so it records no downloads before a restart. Restart it; what it had recorded is counted by the others.";

    private readonly Queue<(AppendBlobClient Blob, long Last)> full = [];
    private volatile AppendBlobClient? blob;
    private volatile string? ended;
    private volatile string id = "";
    private ulong log;
    private string lease = "";
    private int number;
    private long position;
    private int blocks;
    private bool isUnsure;

    public string Log => id;

    public long Last { get; private set; }

    public string Remedy => "Look at the storage account and the way to it";

    /// <summary>Why this log takes no more; null while it does.</summary>
    public string? Ended => ended;

    public void Append(byte[] block, int entries, int bytes)
    {
        if (ended is { } reason) throw new LogEndedException(reason);
        if (isUnsure) FindEnd([]);
        if (blob is null || IsFull(bytes)) Roll();
        for (var tries = 1; ; tries++)
        {
            var sealing = new LedgerBlock(log, Last + 1, entries, bytes - LedgerBlock.HeadBytes);
            sealing.Seal(block);
            if (TryAppend(block, bytes) is not { } fault)
            {
                Last = sealing.Last;
                return;
            }

            if (FindEnd(block.AsSpan(0, bytes))) return;
            if (tries == MaxTries) throw new StorageUnavailableException($"the storage did not take it: {fault.InBrief()}", fault);
        }
    }

    /// <summary>Asks the storage whether this log is still this node's.</summary>
    public async Task<bool> IsHeld(CancellationToken cancellation)
    {
        if (ended is not null || blob is not { } present) return ended is null;
        try
        {
            await present.GetPropertiesAsync(new BlobRequestConditions { LeaseId = lease }, cancellation);
            return true;
        }
        catch (RequestFailedException refusal) when (refusal.IsFence())
        {
            ended = Fenced;
            return false;
        }
    }

    /// <summary>Deletes full blobs whose every entry is folded, oldest first.</summary>
    public async Task DeleteFull(long foldedThrough, CancellationToken cancellation)
    {
        while (OldestFolded(foldedThrough) is { } oldest)
        {
            await oldest.DeleteIfExistsAsync(DeleteSnapshotsOption.None, new BlobRequestConditions { LeaseId = lease }, cancellation);
            lock (full) full.Dequeue();
        }
    }

    /// <summary>Deletes the log if all of it is folded: for when its writer has ended.</summary>
    /// <exception cref="RequestFailedException">Something stays, for whoever takes the log over.</exception>
    public void Close(long foldedThrough)
    {
        if (ended is not null || blob is not { } last || Last > foldedThrough) return;
        container.GetAppendBlobClient(LogNames.EndOf(id)).CreateIfNotExists();
        foreach (var one in full.Select(one => one.Blob).Append(last)) one.DeleteIfExists(DeleteSnapshotsOption.None, new BlobRequestConditions { LeaseId = lease });
    }

    /// <summary>Not while an append may yet land in the present blob: the next one would hold the same numbers.</summary>
    private bool IsFull(int bytes) => !isUnsure && (blocks >= bounds.MaxBlocks || position + bytes > bounds.MaxBytes);

    private AppendBlobClient? OldestFolded(long foldedThrough)
    {
        lock (full) return full.TryPeek(out var oldest) && oldest.Last <= foldedThrough ? oldest.Blob : null;
    }

    /// <returns>Why it is not known to be there; null if it is.</returns>
    private Exception? TryAppend(byte[] block, int bytes)
    {
        using var body = new MemoryStream(block, 0, bytes, writable: false);
        try
        {
            blob!.AppendBlock(body, new AppendBlobAppendBlockOptions { Conditions = new() { LeaseId = lease, IfAppendPositionEqual = position } });
            (position, blocks, isUnsure) = (position + bytes, blocks + 1, false);
            return null;
        }
        catch (Exception fault)
        {
            EndIfFenced(fault);
            isUnsure = true;
            return fault;
        }
    }

    /// <summary>Reads what stands behind the last block known: nothing, or one of this writer's whose answer was lost.</summary>
    /// <returns>Whether it is <paramref name="wanted"/>. Another is one that was refused to its callers: the log goes on behind it.</returns>
    private bool FindEnd(ReadOnlySpan<byte> wanted)
    {
        var conditions = new BlobRequestConditions { LeaseId = lease };
        var length = Ask(() => blob!.GetProperties(conditions)).Value.ContentLength;
        if (length == position) return false;
        if (length < position || length - position > MaxBlockBytes) throw Foreign();
        var range = new BlobDownloadOptions { Range = new HttpRange(position, length - position), Conditions = conditions };
        var found = Ask(() => blob!.DownloadContent(range)).Value.Content.ToMemory().Span;
        if (LedgerBlock.At(found) is not { } block || block.Log != log || block.First != Last + 1 || block.Bytes != found.Length) throw Foreign();
        (position, blocks, Last) = (length, blocks + 1, block.Last);
        return found.SequenceEqual(wanted);
    }

    /// <summary>Begins the next blob. Tried again after a fault, it finds what it had done.</summary>
    private void Roll()
    {
        if (blob is null) Begin();
        var next = container.GetAppendBlobClient(LogNames.BlobOf(id, number + 1));
        Ask(() => Create(next));
        Ask(() => next.GetBlobLeaseClient(lease).Acquire(BlobLeaseClient.InfiniteLeaseDuration));
        // A survivor ends the newest blob's lease and then looks for newer ones: this one it sees, or here it is seen.
        if (blob is { } before) Ask(() => before.GetBlobLeaseClient(lease).Renew());
        lock (full)
        {
            if (blob is { } filled) full.Enqueue((filled, Last));
        }

        (blob, number, position, blocks) = (next, number + 1, 0, 0);
    }

    /// <summary>The id is chosen with the first blob, for grains trust in its age; where the first can't be made, the next try has another.</summary>
    private void Begin()
    {
        log = LogNames.NewLog(clock.GetUtcNow());
        lease = LogNames.LeaseOf(LedgerStretch.LogId(log));
        id = LedgerStretch.LogId(log);
    }

    private bool Create(AppendBlobClient next)
    {
        try
        {
            next.Create(new AppendBlobCreateOptions
            {
                Metadata = new Dictionary<string, string> { [LogListing.Node] = node },
                Conditions = new AppendBlobRequestConditions { IfNoneMatch = ETag.All },
            });
            return true;
        }
        catch (RequestFailedException refusal) when (refusal.ErrorCode == BlobErrorCode.BlobAlreadyExists || refusal.ErrorCode == BlobErrorCode.LeaseIdMissing)
        {
            return false;
        }
    }

    private T Ask<T>(Func<T> request)
    {
        try
        {
            return request();
        }
        catch (Exception fault)
        {
            EndIfFenced(fault);
            throw new StorageUnavailableException($"the storage did not answer: {fault.InBrief()}", fault);
        }
    }

    private void EndIfFenced(Exception fault)
    {
        if (!fault.IsFence()) return;
        ended = Fenced;
        throw new LogEndedException(ended, fault);
    }

    private LogEndedException Foreign()
    {
        ended = $"in {blob!.Name} stands what its writer did not write, so no download is recorded before a restart. Find out who else writes into the container.";
        return new LogEndedException(ended);
    }
}
