using Microsoft.Extensions.Hosting;
using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Gateway.Api.Release;

/// <summary>Looks at the clocks all the time, also when nobody asks, so that a jump is seen as one and the highest moment is kept.</summary>
public sealed class ClockWatch(ReleaseClock release, IDocumentStore documents, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>The document store's own clock, where it has one, is asked this often.</summary>
    private static readonly TimeSpan OutsideInterval = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before anybody asks: a clock set wrong between here and the first request is a jump, not a beginning.
        release.Read();
        using var tick = new PeriodicTimer(Interval, clock);
        var asked = clock.GetTimestamp() - (long)(OutsideInterval.TotalSeconds * clock.TimestampFrequency);
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            if (clock.GetElapsedTime(asked) >= OutsideInterval)
            {
                asked = clock.GetTimestamp();
                if (await Outside(stoppingToken) is { } time) release.Observe(time);
            }

            release.Read();
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
}
