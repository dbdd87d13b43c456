using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Silo.Development;

/// <summary>A download ledger as durable as the development cluster's state: it ends with the process.</summary>
internal sealed class MemoryDownloadLedger(DownloadFolding folding, TimeProvider clock) : BackgroundService, IDownloadLedger
{
    /// <summary>How many different fetches may wait for their grains; about 200 bytes each.</summary>
    private const int MaxWaiting = 100_000;

    private const int CentresPerRound = 256;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly UnfoldedDownloads unfolded = new(() => "memory");
    private long sequence;

    public ValueTask Record(in Download download)
    {
        if (unfolded.Count >= MaxWaiting) throw new OverloadedException($"{MaxWaiting} fetches wait to be folded, the bound: nothing was recorded.");
        // Numbered and added as one: a centre's entries must come in the order of their numbers.
        lock (unfolded) unfolded.Add(++sequence, download);
        return ValueTask.CompletedTask;
    }

    public Task Settle(SeriesCode series, CentreNumber centre) => folding.Fold(unfolded, new LogsInUse([unfolded.Log]), series, centre);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(Pace, clock);
        while (await tick.WaitForNextTickAsync(stoppingToken))
            await folding.FoldEvenly(unfolded, new LogsInUse([unfolded.Log]), unfolded.Waiting().Take(CentresPerRound), clock, () => unfolded.Count >= MaxWaiting / 2, stoppingToken);
    }
}
