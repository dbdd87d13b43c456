using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Release;

/// <summary>The one clock that releases are decided by: this machine's, guarded.</summary>
public sealed partial class ReleaseClock([FromKeyedServices(Clocks.Service)] TimeProvider clock, IClockMemory memory, ILogger<ReleaseClock> logger)
{
    /// <summary>A restart forgets at most this much of the highest moment seen.</summary>
    private static readonly TimeSpan MemoryAge = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly Lock keeping = new();
    private readonly long started = clock.GetTimestamp();
    private ClockGuard? guard;
    private volatile string? doubt;
    private (DateTimeOffset Time, long ReadAt)? outside;
    private DateTimeOffset lastKept;
    private volatile string? memoryDoubt;

    /// <summary>As of the last reading: to be had without one.</summary>
    public bool IsInDoubt => (doubt ?? memoryDoubt) is not null;

    /// <exception cref="InvalidDataException">At the first call: what the memory holds is no moment.</exception>
    public GuardedMoment Read()
    {
        var moment = Guarded();
        // Outside the gate: a slow disk holds up the one caller that writes, not every request.
        if (keeping.TryEnter())
        {
            try
            {
                if (moment.Now - lastKept >= MemoryAge) Keep(lastKept = moment.Now);
            }
            finally
            {
                keeping.Exit();
            }
        }

        return memoryDoubt is not { } other ? moment : moment with { Doubt = moment.Doubt is { } one ? $"{one} {other}" : other };
    }

    /// <summary>Takes a reading of another machine's clock, good for <see cref="ClockGuard.OutsideTolerance"/>.</summary>
    public void Observe(DateTimeOffset otherClock)
    {
        lock (gate) outside = (otherClock, clock.GetTimestamp());
    }

    private GuardedMoment Guarded()
    {
        lock (gate)
        {
            var readings = new ClockReadings(clock.GetUtcNow(), clock.GetElapsedTime(started), Outside());
            guard ??= ClockGuard.Start(memory.Read(), readings);
            (guard, var moment) = guard.Value.Read(readings);
            if (moment.Doubt != doubt) Report(doubt = moment.Doubt);
            return moment;
        }
    }

    private DateTimeOffset? Outside()
    {
        if (outside is not var (time, readAt)) return null;
        var age = clock.GetElapsedTime(readAt);
        return age <= ClockGuard.OutsideTolerance ? time + age : null;
    }

    /// <summary>Without memory this process still never goes back; only a restart could, and that an operator must know.</summary>
    private void Keep(DateTimeOffset highWater)
    {
        try
        {
            memory.Write(highWater);
            if (memoryDoubt is not null) MemoryKeepsAgain(logger);
            memoryDoubt = null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            if (memoryDoubt is null) MemoryFailed(logger, fault);
            memoryDoubt = $"The highest moment can't be kept for a restart: {fault.Message}";
        }
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

    [LoggerMessage(Level = LogLevel.Error, Message = "The highest moment can't be kept; this process goes on with the one in memory.")]
    private static partial void MemoryFailed(ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "The highest moment is kept again.")]
    private static partial void MemoryKeepsAgain(ILogger logger);
}
