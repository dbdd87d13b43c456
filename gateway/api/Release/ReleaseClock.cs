using Microsoft.Extensions.Logging;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Api.Release;

/// <summary>The one clock that releases are decided by: this machine's, guarded.</summary>
public sealed partial class ReleaseClock(TimeProvider clock, IClockMemory memory, ILogger<ReleaseClock> logger)
{
    /// <summary>A restart forgets at most this much of the highest moment seen.</summary>
    private static readonly TimeSpan MemoryAge = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly long started = clock.GetTimestamp();
    private ClockGuard? guard;
    private DateTimeOffset remembered;
    private string? doubt;
    private (DateTimeOffset Time, long ReadAt)? outside;

    public GuardedMoment Read()
    {
        lock (gate)
        {
            var readings = new ClockReadings(clock.GetUtcNow(), clock.GetElapsedTime(started), Outside());
            guard ??= ClockGuard.Start(memory.Read(), readings);
            (guard, var moment) = guard.Read(readings);
            if (moment.Now - remembered >= MemoryAge) memory.Write(remembered = moment.Now);
            if (moment.Doubt != doubt) Report(doubt = moment.Doubt);
            return moment;
        }
    }

    /// <summary>Takes a reading of another machine's clock, good for <see cref="ClockGuard.OutsideTolerance"/>.</summary>
    public void Observe(DateTimeOffset otherClock)
    {
        lock (gate) outside = (otherClock, clock.GetTimestamp());
    }

    private DateTimeOffset? Outside()
    {
        if (outside is not var (time, readAt)) return null;
        var age = clock.GetElapsedTime(readAt);
        return age <= ClockGuard.OutsideTolerance ? time + age : null;
    }

    private void Report(string? present)
    {
        if (present is null) ClocksAgree(logger);
        else ClockInDoubt(logger, present);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Doubt}")]
    private static partial void ClockInDoubt(ILogger logger, string doubt);

    [LoggerMessage(Level = LogLevel.Information, Message = "The clocks agree again.")]
    private static partial void ClocksAgree(ILogger logger);
}
