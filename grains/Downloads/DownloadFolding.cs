using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Downloads;

/// <summary>Brings the entries of logs into the Results grains, each once, whatever fails or repeats.</summary>
/// <remarks>
/// A grain takes a batch only if it holds the log exactly up to the batch's beginning, and stores with it how far it holds
/// the log. So a batch may be sent twice, also at the same time, and one whose answer was lost is sent again.
/// </remarks>
public sealed partial class DownloadFolding(IGrainFactory grains, ILogger<DownloadFolding> logger)
{
    /// <summary>The store commits what comes together in one group; more at a time would only crowd out requests.</summary>
    private const int MaxAtOnce = 16;

    /// <summary>Of a round that leaves the processors to requests: so few centres, and then nothing for a moment. 200 a second at most.</summary>
    private const int Few = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Folds every centre. One that fails is logged and stays; the others go on.</summary>
    /// <returns>Whether none failed.</returns>
    public Task<bool> Fold(UnfoldedDownloads unfolded, LogsInUse logs, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(unfolded);
        return Fold(unfolded, logs, unfolded.Waiting(), cancellation);
    }

    /// <summary>Folds these centres, a few at a time, so that no request waits behind a thousand of them.</summary>
    /// <param name="isUrgent">Asked before each few: true folds every centre at once.</param>
    /// <returns>Whether none failed.</returns>
    public async Task<bool> FoldEvenly(
        UnfoldedDownloads unfolded, LogsInUse logs, IEnumerable<(SeriesCode Series, CentreNumber Centre)> centres, TimeProvider clock, Func<bool> isUrgent, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(isUrgent);
        var isFolded = true;
        var waiting = centres.Chunk(Few).ToList();
        for (var number = 0; number < waiting.Count && !isUrgent(); number++)
        {
            if (number > 0) await Task.Delay(Pause, clock, cancellation);
            isFolded &= await Fold(unfolded, logs, waiting[number], cancellation);
        }

        return isUrgent() ? await Fold(unfolded, logs, cancellation) && isFolded : isFolded;
    }

    /// <summary>Folds what a centre has by now.</summary>
    public async Task Fold(UnfoldedDownloads unfolded, LogsInUse logs, SeriesCode series, CentreNumber centre)
    {
        ArgumentNullException.ThrowIfNull(unfolded);
        var last = unfolded.LastOf(series, centre);
        while (unfolded.Take(series, centre, logs) is { } batch && batch.After < last)
        {
            var held = await grains.Results(series, centre).FoldDownloads(batch);
            if (held < batch.Through)
                throw new InvalidDataException($"Centre {centre} holds log {batch.Log} of {series} through {held}, not through {batch.After}: its state and the download ledger do not belong together.");
            unfolded.Complete(series, centre, batch);
        }
    }

    /// <summary>Folds a stretch of a log that an earlier process left, as far as the grains don't hold it.</summary>
    /// <returns>Whether every centre's grain now holds all of it.</returns>
    public async Task<bool> FoldLeft(string log, IReadOnlyCollection<NumberedDownload> entries, LogsInUse logs, CancellationToken cancellation)
    {
        var unfolded = new UnfoldedDownloads(() => log);
        var unknown = new ConcurrentDictionary<(SeriesCode, CentreNumber), bool>();
        // Every centre of a rush may stand in it, and a start waits for this.
        await Parallel.ForEachAsync(
            entries.Select(entry => (entry.Download.Series, entry.Download.Centre)).Distinct(),
            new ParallelOptions { MaxDegreeOfParallelism = MaxAtOnce, CancellationToken = cancellation },
            async (place, _) =>
            {
                var (series, centre) = place;
                try
                {
                    unfolded.Begin(series, centre, await grains.Results(series, centre).GetFoldedThrough(log));
                }
                catch (Exception fault)
                {
                    unknown[place] = true;
                    FoldFailed(logger, centre, series, fault);
                }
            });

        foreach (var (sequence, download) in entries)
        {
            if (!unknown.ContainsKey((download.Series, download.Centre))) unfolded.Add(sequence, download);
        }

        return await Fold(unfolded, logs, cancellation) && unknown.IsEmpty;
    }

    private async Task<bool> Fold(UnfoldedDownloads unfolded, LogsInUse logs, IEnumerable<(SeriesCode Series, CentreNumber Centre)> centres, CancellationToken cancellation)
    {
        var failed = 0;
        await Parallel.ForEachAsync(
            centres,
            new ParallelOptions { MaxDegreeOfParallelism = MaxAtOnce, CancellationToken = cancellation },
            async (waiting, _) =>
            {
                try
                {
                    await Fold(unfolded, logs, waiting.Series, waiting.Centre);
                }
                catch (Exception fault)
                {
                    Interlocked.Increment(ref failed);
                    FoldFailed(logger, waiting.Centre, waiting.Series, fault);
                }
            });
        return failed == 0;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Downloads of centre {Centre} in {Series} stay in the ledger: its Results grain did not take them. They are tried again.")]
    private static partial void FoldFailed(ILogger logger, CentreNumber centre, SeriesCode series, Exception fault);
}
