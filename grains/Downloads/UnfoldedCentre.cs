using System.Runtime.InteropServices;

namespace ResultsGrid.Grains.Downloads;

/// <summary>One centre's part of <see cref="UnfoldedDownloads"/>, which locks.</summary>
/// <remarks>A batch once taken is sent again unchanged until the grain is known to hold it; what comes meanwhile is the next batch.</remarks>
internal sealed class UnfoldedCentre(long foldedThrough)
{
    private Dictionary<(string By, string Document), DownloadCount> counts = [];
    private long foldedThrough = foldedThrough;
    private DownloadBatch? taken;
    private (long Sequence, DateTimeOffset At) firstTaken;
    private (long Sequence, DateTimeOffset At) firstCounted;

    public bool IsFolded => taken is null && counts.Count == 0;

    /// <summary>The oldest entry that is not folded; there is one.</summary>
    public (long Sequence, DateTimeOffset At) First => taken is null ? firstCounted : firstTaken;

    public long Last { get; private set; } = foldedThrough;

    /// <returns>How many different fetches came with it.</returns>
    public int Add(long sequence, in Download download)
    {
        var before = counts.Count;
        if (before == 0) firstCounted = (sequence, download.At);
        Last = sequence;
        for (var number = 0; number < download.Documents.Count; number++)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, (download.By, download.Documents[number]), out var isKnown);
            count = isKnown ? count.Plus(download.Version, download.At) : new DownloadCount(download.Version, download.At);
        }

        return counts.Count - before;
    }

    public DownloadBatch? Take(string log, LogsInUse logs)
    {
        if (taken is not null || counts.Count == 0) return taken;
        taken = new DownloadBatch(log, foldedThrough, Last, [.. counts.Select(one => one.Value.ToFetch(one.Key.By, one.Key.Document))], logs);
        firstTaken = firstCounted;
        // Anew: an emptied one would keep what the busiest minute took.
        counts = [];
        return taken;
    }

    /// <returns>How many different fetches went with it: none where another did this before.</returns>
    public int Complete(DownloadBatch batch)
    {
        if (taken != batch) return 0;
        (taken, foldedThrough) = (null, batch.Through);
        return batch.Fetches.Length;
    }
}
