namespace ResultsGrid.Tests.Clock;

public sealed class FakeClockTests
{
    private readonly FakeClock clock = new();

    [Fact]
    public void Time_stands_still_until_it_is_moved()
    {
        Assert.Equal(FakeClock.EveOfResultsDay, clock.GetUtcNow());
        var timestamp = clock.GetTimestamp();
        clock.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal(FakeClock.EveOfResultsDay.AddSeconds(90), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromSeconds(90), clock.GetElapsedTime(timestamp));
    }

    [Fact]
    public void Timers_fire_in_the_order_in_which_they_are_due_each_at_its_own_moment()
    {
        var fired = new List<(string Name, TimeSpan At)>();
        var start = clock.GetTimestamp();
        void Fire(object? name) => fired.Add(((string)name!, clock.GetElapsedTime(start)));
        using var late = clock.CreateTimer(Fire, "late", TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);
        using var every = clock.CreateTimer(Fire, "every", TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        using var early = clock.CreateTimer(Fire, "early", TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(["early 1", "every 2", "late 3", "every 4"], fired.Select(one => $"{one.Name} {one.At.TotalSeconds}"));
    }

    [Fact]
    public void A_disposed_timer_stays_silent()
    {
        var fired = 0;
        var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromSeconds(1));
        timer.Dispose();
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, fired);
        Assert.False(timer.Change(TimeSpan.Zero, TimeSpan.Zero));
    }

    [Fact]
    public async Task Delays_and_time_limits_end_at_their_moment_and_not_before()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(2), clock);
        var never = new TaskCompletionSource();
        var limited = never.Task.WaitAsync(TimeSpan.FromSeconds(3), clock);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(4), clock);

        clock.Advance(TimeSpan.FromSeconds(2) - TimeSpan.FromTicks(1));
        Assert.False(delay.IsCompleted);
        clock.Advance(TimeSpan.FromTicks(1));
        await delay;

        Assert.False(limited.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<TimeoutException>(() => limited);

        Assert.False(cancellation.IsCancellationRequested);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(cancellation.IsCancellationRequested);
    }

    [Fact]
    public void A_jump_of_the_wall_clock_is_not_time_passing()
    {
        var fired = false;
        using var timer = clock.CreateTimer(_ => fired = true, null, TimeSpan.FromMinutes(5), Timeout.InfiniteTimeSpan);
        var timestamp = clock.GetTimestamp();
        clock.Jump(TimeSpan.FromHours(1));
        Assert.Equal(FakeClock.EveOfResultsDay.AddHours(1), clock.GetUtcNow());
        Assert.Equal(TimeSpan.Zero, clock.GetElapsedTime(timestamp));
        Assert.False(fired);
        clock.Jump(TimeSpan.FromHours(-2));
        Assert.Equal(FakeClock.EveOfResultsDay.AddHours(-1), clock.GetUtcNow());
    }
}
