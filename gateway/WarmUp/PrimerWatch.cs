using ResultsGrid.Gateway.Health;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.WarmUp;

/// <summary>Goes on reading ahead: what is published, or given a date, while the service runs is in memory before it opens too, and what memory does not hold has been found whole.</summary>
public sealed partial class PrimerWatch(Primer primer, Readiness readiness, [FromKeyedServices(Clocks.Service)] TimeProvider clock, ILogger<PrimerWatch> logger) : BackgroundService
{
    /// <summary>With everything in memory a look costs some ten milliseconds for 5,000 centres.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(Interval, clock);
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            // Until then the start itself reads ahead, or a demonstration is being made.
            if (readiness.WaitingFor is not null) continue;
            try
            {
                // One at a time: this must not hold up whoever is served meanwhile.
                await primer.Run(width: 1, checksTheRest: true, (_, _) => { }, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LookFailed(logger, fault);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading ahead failed; it is tried again every minute.")]
    private static partial void LookFailed(ILogger logger, Exception fault);
}
