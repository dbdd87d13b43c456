using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Downloads.Logs;

/// <summary>The log that this process writes: entries made durable in groups, added up in memory, and folded behind the requests.</summary>
public sealed partial class OpenLog : IDisposable
{
    /// <summary>So many different fetches (a user or key, a document) wait in memory to be folded, at about 200 bytes each; past it downloads are refused.</summary>
    public const int MaxUnfolded = 200_000;

    /// <summary>From here on every centre is folded at once, whatever else there is to do.</summary>
    public const int UrgentUnfolded = MaxUnfolded / 4 * 3;

    /// <summary>A round takes the centres that have waited longest, so that a spike's folding takes a small share of the machine.</summary>
    private const int MaxCentresARound = 1_000;

    private static readonly TimeSpan RoundInterval = TimeSpan.FromSeconds(10);

    private readonly Channel<bool> due = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly UnfoldedDownloads unfolded;
    private readonly DownloadFolding folding;
    private readonly ILogger logger;
    private readonly LedgerWriter writer;
    private readonly TimeSpan rest;

    /// <param name="rest">How old a download is before a round folds it.</param>
    public OpenLog(ILedgerEnd end, DownloadFolding folding, TimeSpan rest, StorageHealth health, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(end);
        (this.folding, this.rest, this.logger) = (folding, rest, logger);
        unfolded = new UnfoldedDownloads(() => end.Log);
        writer = new LedgerWriter(end, unfolded, health);
    }

    /// <summary>Every entry up to this sequence number is in its Results grain.</summary>
    public long FoldedThrough => unfolded.FoldedThrough;

    private bool IsHalfFull => unfolded.Count >= MaxUnfolded / 2;

    /// <summary>Completes once the entry is durable.</summary>
    /// <exception cref="OverloadedException">A bound is reached: nothing was recorded.</exception>
    /// <exception cref="StorageUnavailableException">It is not durable, or nobody knows.</exception>
    public ValueTask Record(in Download download)
    {
        if (IsHalfFull) due.Writer.TryWrite(true);
        if (unfolded.Count >= MaxUnfolded) throw new OverloadedException($"{unfolded.Count} fetches wait to be folded, the bound: this one was not recorded.");
        return writer.Add(download);
    }

    /// <summary>Folds what a centre has by now.</summary>
    public Task Fold(LogsInUse logs, SeriesCode series, CentreNumber centre) => folding.Fold(unfolded, logs, series, centre);

    /// <summary>Folds one round's worth of what has rested, or of anything when half of the memory bound is reached, over half of the time between two rounds or more; everything at once near the bound.</summary>
    /// <returns>Whether nothing failed.</returns>
    public Task<bool> FoldRound(LogsInUse logs, TimeProvider clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var now = clock.GetUtcNow();
        // What is of later than now came before the clock was set back.
        var waiting = IsHalfFull ? unfolded.Waiting() : unfolded.Waiting(at => at <= now - rest || at > now);
        return folding.FoldEvenly(unfolded, logs, waiting.Take(MaxCentresARound), clock, () => unfolded.Count >= UrgentUnfolded, cancellation);
    }

    /// <returns>Whether nothing failed.</returns>
    public Task<bool> FoldAll(LogsInUse logs, CancellationToken cancellation) => folding.Fold(unfolded, logs, cancellation);

    /// <summary>Calls <paramref name="round"/> by the clock, and sooner when half of the memory bound is reached, until cancelled. What fails is logged.</summary>
    public async Task InRounds(TimeProvider clock, Func<CancellationToken, Task> round, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(round);
        await using var timer = clock.CreateTimer(_ => due.Writer.TryWrite(true), state: null, RoundInterval, RoundInterval);
        await foreach (var _ in due.Reader.ReadAllAsync(cancellation))
        {
            try
            {
                await round(cancellation);
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                RoundFailed(logger, fault);
            }
        }
    }

    /// <summary>Makes durable what was accepted.</summary>
    public void Dispose() => writer.Dispose();

    [LoggerMessage(Level = LogLevel.Error, Message = "The download ledger's logs can't be read or deleted. They stay; it is tried again in the next round.")]
    private static partial void RoundFailed(ILogger logger, Exception fault);
}
