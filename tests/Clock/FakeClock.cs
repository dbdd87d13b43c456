namespace ResultsGrid.Tests.Clock;

/// <summary>The one clock of all tests: it stands still until a test moves it.</summary>
/// <remarks>
/// Timers fire inside <see cref="Advance"/>, on the caller's thread, in the order in which they are due (equal moments: in
/// the order in which they were set), each seeing its own due moment as now. So Task.Delay, WaitAsync, PeriodicTimer and
/// CancellationTokenSource over this clock act at exact moments.
/// </remarks>
public sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>A minute before midnight of a results day, London time (summer: UTC+1).</summary>
    public static readonly DateTimeOffset EveOfResultsDay = new(2026, 8, 12, 22, 59, 0, TimeSpan.Zero);

    private readonly Lock gate = new();
    private readonly List<FakeTimer> timers = [];
    private DateTimeOffset wallStart = start;
    private TimeSpan elapsed;
    private long settings;

    public FakeClock()
        : this(EveOfResultsDay)
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return wallStart + elapsed;
    }

    public override long GetTimestamp()
    {
        lock (gate) return elapsed.Ticks;
    }

    /// <summary>Lets time pass, firing what comes due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        TimeSpan end;
        lock (gate) end = elapsed + by;
        while (NextDueBy(end) is { } timer) timer.Fire();
    }

    /// <summary>Lets time pass until the wall clock shows <paramref name="moment"/>.</summary>
    public void AdvanceTo(DateTimeOffset moment) => Advance(moment - GetUtcNow());

    /// <summary>Lets much time pass at once: every timer that came due fires once, however often it would have.</summary>
    public void Leap(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (gate) elapsed += by;
        Advance(TimeSpan.Zero);
    }

    /// <summary>Sets the wall clock, forwards or back, without time passing: no timer fires, no timestamp moves.</summary>
    public void Jump(TimeSpan by)
    {
        lock (gate) wallStart += by;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>The next timer due until <paramref name="end"/>, the clock moved to its moment; null, with the clock at the end, when there is none.</summary>
    private FakeTimer? NextDueBy(TimeSpan end)
    {
        lock (gate)
        {
            var next = timers.Where(timer => timer.Due <= end).MinBy(timer => (timer.Due, timer.Setting));
            // A callback may itself advance the clock: it never runs backwards.
            var now = next?.Due ?? end;
            if (now > elapsed) elapsed = now;
            if (next is null) return null;
            timers.Remove(next);
            if (next.Period > TimeSpan.Zero) Set(next, next.Period, next.Period);
            return next;
        }
    }

    private void Set(FakeTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan) return;
            timer.Due = elapsed + dueTime;
            timer.Period = period;
            timer.Setting = settings++;
            timers.Add(timer);
        }
    }

    private sealed class FakeTimer(FakeClock clock, TimerCallback callback, object? state) : ITimer
    {
        private bool disposed;

        public TimeSpan Due { get; set; }

        public TimeSpan Period { get; set; }

        public long Setting { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (disposed) return false;
            clock.Set(this, dueTime, period);
            return true;
        }

        public void Dispose()
        {
            disposed = true;
            clock.Set(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
