namespace ResultsGrid.Tests.Jobs;

/// <summary>The test's clock, but whoever waits once need not: for the waits between two tries.</summary>
internal sealed class HurriedClock(TimeProvider clock) : TimeProvider
{
    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => period == Timeout.InfiniteTimeSpan ? System.CreateTimer(callback, state, TimeSpan.Zero, period) : clock.CreateTimer(callback, state, dueTime, period);
}
