using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Documents;

/// <summary>Brings the download ledger into the grains: at the start what earlier processes left, then in rounds, and all of it at the end.</summary>
public sealed class DownloadFolds(IFoldedLedger ledger, [FromKeyedServices(Clocks.Service)] TimeProvider clock) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ledger.FoldLeft(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // What is not folded in time, the next start finds in the ledger.
        await ledger.FoldAll(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => ledger.FoldInRounds(clock, stoppingToken);
}
