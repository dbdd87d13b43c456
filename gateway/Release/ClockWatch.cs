using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Release;

/// <summary>Looks at the clocks all the time, also when nobody asks, so that a jump is seen as one and the highest moment is kept.</summary>
public sealed partial class ClockWatch(ReleaseClock release, IDocumentStore documents, [FromKeyedServices(Clocks.Service)] TimeProvider clock, ILogger<ClockWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>The document store's own clock, where it has one, is asked this often.</summary>
    private static readonly TimeSpan OutsideInterval = TimeSpan.FromSeconds(15);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Before anybody asks: a clock set wrong between here and the first request is a jump, not a beginning. A memory
        // that holds no moment refuses the start here.
        release.Read();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(Interval, clock);
        var asked = clock.GetTimestamp() - (long)(OutsideInterval.TotalSeconds * clock.TimestampFrequency);
        var failing = false;
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (clock.GetElapsedTime(asked) >= OutsideInterval)
                {
                    asked = clock.GetTimestamp();
                    if (await Outside(stoppingToken) is { } time) release.Observe(time);
                }

                release.Read();
                failing = false;
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // A watch that ended would take the process with it; the next tick looks again.
                if (!failing) TickFailed(logger, fault);
                failing = true;
            }
        }
    }

    private async Task<DateTimeOffset?> Outside(CancellationToken stopping)
    {
        try
        {
            return await documents.ReadClock(stopping);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A store that can't be asked vouches for nothing; the guard then goes by the elapsed clock.
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking at the clocks failed; it is tried again every second.")]
    private static partial void TickFailed(ILogger logger, Exception fault);
}
