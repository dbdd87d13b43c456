using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Grains.Downloads;

/// <summary>What one log holds durably and the Results grains may not have yet, added up by centre, user and document.</summary>
/// <param name="log">The log's id, known with its first entry.</param>
public sealed class UnfoldedDownloads(Func<string> log)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(SeriesCode Series, CentreNumber Centre), UnfoldedCentre> centres = [];
    private long last;
    private int count;

    public string Log => log();

    /// <summary>How many different fetches (a user or key, a document) wait: what bounds the memory.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Every entry up to this sequence number is in its Results grain.</summary>
    public long FoldedThrough
    {
        get
        {
            lock (gate) return centres.Values.Where(centre => !centre.IsFolded).Select(centre => centre.First.Sequence - 1).DefaultIfEmpty(last).Min();
        }
    }

    /// <summary>Says through which sequence number a centre's grain holds this log already; unsaid, it holds nothing of it.</summary>
    public void Begin(SeriesCode series, CentreNumber centre, long foldedThrough)
    {
        lock (gate) centres.Add((series, centre), new UnfoldedCentre(foldedThrough));
    }

    /// <summary>Takes the log's next entry, unless its centre's grain holds it.</summary>
    public void Add(long sequence, in Download download)
    {
        lock (gate)
        {
            last = sequence;
            var key = (download.Series, download.Centre);
            if (!centres.TryGetValue(key, out var centre)) centres.Add(key, centre = new UnfoldedCentre(0));
            if (sequence > centre.Last) Volatile.Write(ref count, count + centre.Add(sequence, download));
        }
    }

    /// <summary>The centres with something to fold, the one that has waited longest first.</summary>
    /// <param name="hasRested">Asked of the moment of a centre's oldest download; all where it is not given.</param>
    public IReadOnlyList<(SeriesCode Series, CentreNumber Centre)> Waiting(Func<DateTimeOffset, bool>? hasRested = null)
    {
        lock (gate)
        {
            return
            [
                .. centres.Where(centre => !centre.Value.IsFolded && hasRested?.Invoke(centre.Value.First.At) != false)
                    .OrderBy(centre => centre.Value.First.Sequence)
                    .Select(centre => centre.Key),
            ];
        }
    }

    /// <summary>The sequence number of a centre's last entry.</summary>
    public long LastOf(SeriesCode series, CentreNumber centre)
    {
        lock (gate) return centres.TryGetValue((series, centre), out var found) ? found.Last : 0;
    }

    /// <summary>The centre's next batch, the same one until it is completed; null if nothing waits.</summary>
    public DownloadBatch? Take(SeriesCode series, CentreNumber centre, LogsInUse logs)
    {
        lock (gate) return centres.TryGetValue((series, centre), out var found) ? found.Take(Log, logs) : null;
    }

    /// <summary>The centre's grain holds the batch.</summary>
    public void Complete(SeriesCode series, CentreNumber centre, DownloadBatch batch)
    {
        lock (gate) Volatile.Write(ref count, count - centres[(series, centre)].Complete(batch));
    }
}
