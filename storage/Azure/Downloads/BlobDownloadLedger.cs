using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Downloads.Logs;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Storage.Azure.Downloads;

/// <summary>One node's download ledger: a log of its own in append blobs, folded into the Results grains behind the requests; the logs of nodes that are gone it takes over.</summary>
/// <remarks>docs/download-ledger.md has the format and the protocol.</remarks>
public sealed partial class BlobDownloadLedger : IFoldedLedger, IDisposable
{
    /// <summary>How often a survivor looks for logs that are left.</summary>
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(5);

    private const string Part = "The download ledger's lease";

    private readonly BlobContainerClient container;
    private readonly StorageHealth health;
    private readonly TimeProvider clock;
    private readonly ILogger<BlobDownloadLedger> logger;
    private readonly BlobLogEnd end;
    private readonly OpenLog open;
    private readonly LogTakeover takeover;
    private volatile LogsInUse logs = LogsInUse.Unknown;
    private bool closed;

    /// <param name="appending">The container, by a client that tries once and not for long: the ledger finds out itself what became of an append.</param>
    /// <param name="container">The same, by a client that may repeat its requests.</param>
    public BlobDownloadLedger(
        BlobContainerClient appending, BlobContainerClient container, ILiveNodes nodes, DownloadFolding folding, StorageHealth health, TimeProvider clock,
        ILogger<BlobDownloadLedger> logger, BlobLogBounds? bounds = null)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(clock);
        (this.container, this.health, this.clock, this.logger) = (container, health, clock, logger);
        end = new BlobLogEnd(appending, nodes.Own, clock, bounds ?? BlobLogBounds.OfStorage);
        // Without rest: lists on other nodes tell of what is folded.
        open = new OpenLog(end, folding, TimeSpan.Zero, health, logger);
        takeover = new LogTakeover(container, nodes, end, folding, clock, logger);
    }

    public ValueTask Record(in Download download) => open.Record(download);

    public Task Settle(SeriesCode series, CentreNumber centre)
        => end.Ended is { } reason ? throw new StorageUnavailableException(reason) : open.Fold(logs, series, centre);

    /// <summary>One look for logs that are left. A node that is missing is waited for at first, so its log is taken by a later look.</summary>
    public async Task<bool> FoldLeft(CancellationToken cancellation)
    {
        try
        {
            var listing = await LogListing.Of(container, clock.GetUtcNow(), cancellation);
            logs = listing.InUse;
            return await takeover.FoldLeft(listing, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            LookFailed(logger, fault);
            return false;
        }
    }

    public Task FoldInRounds(TimeProvider clock, CancellationToken cancellation)
        => Task.WhenAll(open.InRounds(clock, round => FoldRound(clock, round), cancellation), LookInRounds(clock, cancellation));

    /// <summary>Folds this node's own log; those that are left are for the nodes that stay.</summary>
    public async Task<bool> FoldAll(CancellationToken cancellation)
    {
        try
        {
            return await Fold(open.FoldAll, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            NotFolded(logger, end.Log, fault);
            return false;
        }
    }

    /// <summary>Makes durable what was accepted. Where all is folded, no blob of this log stays.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref closed, true)) return;
        open.Dispose();
        try
        {
            end.Close(open.FoldedThrough);
        }
        catch (Exception fault)
        {
            NotDeleted(logger, end.Log, fault);
        }
    }

    private Task FoldRound(TimeProvider clock, CancellationToken cancellation) => Fold((logs, round) => open.FoldRound(logs, clock, round), cancellation);

    private async Task<bool> Fold(Func<LogsInUse, CancellationToken, Task<bool>> fold, CancellationToken cancellation)
    {
        // What a survivor has taken over is folded by it: by and by the grains forget this log.
        if (!await end.IsHeld(cancellation))
        {
            health.Fail(Part, $"Downloads are refused: {end.Ended}");
            return false;
        }

        var isFolded = await fold(logs, cancellation);
        await end.DeleteFull(open.FoldedThrough, cancellation);
        return isFolded;
    }

    private async Task LookInRounds(TimeProvider clock, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(LookInterval, clock);
        while (await timer.WaitForNextTickAsync(cancellation)) await FoldLeft(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The download logs that other nodes may have left can't be looked for. It is tried again.")]
    private static partial void LookFailed(ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The download log {Log} is not folded to its end. Another node does it.")]
    private static partial void NotFolded(ILogger logger, string log, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The download log {Log} is folded and could not be deleted. Another node does it.")]
    private static partial void NotDeleted(ILogger logger, string log, Exception fault);
}
