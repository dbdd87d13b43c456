using FsCheck;
using FsCheck.Fluent;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Tests.Release;

public sealed class ClockGuardTests
{
    private static readonly DateTimeOffset Begin = new(2026, 8, 12, 22, 0, 0, TimeSpan.Zero);

    private ClockGuard guard = ClockGuard.Start(highWater: null, new ClockReadings(Begin, TimeSpan.Zero, null));

    [Fact]
    public void A_clock_that_runs_and_slews_is_followed()
    {
        for (var second = 1; second <= 7200; second++)
        {
            var wall = Begin.AddSeconds(second * 1.0005);
            Assert.Equal(new GuardedMoment(wall, null), Read(wall, second));
        }
    }

    [Fact]
    public void A_forward_jump_opens_nothing_and_time_goes_on_by_the_elapsed_clock()
    {
        var jumped = Read(Begin.AddHours(2).AddSeconds(10), 10);
        Assert.Equal(Begin.AddSeconds(10), jumped.Now);
        Assert.Contains("jumped by 7200 seconds", jumped.Doubt, StringComparison.Ordinal);
        Assert.Equal(Begin.AddHours(1), Read(Begin.AddHours(3), 3600).Now);
    }

    [Fact]
    public void A_clock_set_right_again_is_believed_again()
    {
        Read(Begin.AddHours(2), 10);
        Assert.Equal(new GuardedMoment(Begin.AddSeconds(20), null), Read(Begin.AddSeconds(20), 20));
    }

    [Fact]
    public void After_a_pause_of_the_machine_another_clock_s_word_is_enough()
    {
        var woken = Begin.AddHours(1);
        Assert.Equal(Begin.AddSeconds(1), Read(woken, 1).Now);
        Assert.Equal(new GuardedMoment(woken, null), Read(woken, 1, outside: woken.AddSeconds(29)));
        Assert.Equal(new GuardedMoment(woken.AddSeconds(60), null), Read(woken.AddSeconds(60), 61));
    }

    [Fact]
    public void Another_clock_that_disagrees_too_vouches_for_nothing()
        => Assert.Equal(Begin.AddSeconds(1), Read(Begin.AddHours(1), 1, outside: Begin.AddHours(1).AddSeconds(31)).Now);

    [Fact]
    public void A_backward_jump_closes_nothing_and_opens_the_rest_later()
    {
        Read(Begin.AddMinutes(30), 1800);
        var back = Read(Begin.AddMinutes(-30), 1801);
        Assert.Equal(Begin.AddMinutes(30), back.Now);
        Assert.NotNull(back.Doubt);
        Assert.Equal(Begin.AddMinutes(30), Read(Begin, 3600).Now);
    }

    [Fact]
    public void A_restart_with_a_clock_behind_the_kept_moment_stays_at_that_moment()
    {
        guard = ClockGuard.Start(Begin.AddHours(1), new ClockReadings(Begin, TimeSpan.Zero, null));
        var moment = Read(Begin.AddSeconds(1), 1);
        Assert.Equal(Begin.AddHours(1), moment.Now);
        Assert.Contains("which it has said already", moment.Doubt, StringComparison.Ordinal);
        Assert.Equal(new GuardedMoment(Begin.AddSeconds(3601), null), Read(Begin.AddSeconds(3601), 3601));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public void A_step_within_the_tolerance_is_taken_for_slewing(int seconds)
    {
        Read(Begin.AddSeconds(30), 30);
        var wall = Begin.AddSeconds(60 + seconds);
        Assert.Equal(new GuardedMoment(wall, null), Read(wall, 60));
    }

    [Fact]
    public void A_tick_past_the_tolerance_is_a_jump()
    {
        var moment = Read(Begin.AddSeconds(65).AddTicks(1), 60);
        Assert.Equal(Begin.AddSeconds(60), moment.Now);
        Assert.Equal("The clock jumped by 5 seconds: nothing opens by the jump until another clock agrees.", moment.Doubt);
    }

    [Theory]
    [InlineData(30, 0, true)]
    [InlineData(-30, 0, true)]
    [InlineData(30, 1, false)]
    [InlineData(-30, -1, false)]
    public void Another_clock_vouches_to_the_very_tick_of_its_tolerance(int seconds, int ticks, bool vouches)
    {
        var woken = Begin.AddHours(1);
        var moment = Read(woken, 1, outside: woken.AddSeconds(seconds).AddTicks(ticks));
        Assert.Equal(vouches ? woken : Begin.AddSeconds(1), moment.Now);
    }

    [Fact]
    public void Slewing_adds_up_to_no_jump_only_because_the_anchor_follows_after_a_minute()
    {
        // Three seconds off after 59: within the tolerance, but the anchor stays. At 60 it follows, so that 3 more are no jump.
        Assert.Null(Read(Begin.AddSeconds(62), 59).Doubt);
        Assert.Equal(Begin, guard.Anchor);
        Assert.Null(Read(Begin.AddSeconds(63), 60).Doubt);
        Assert.Equal((Begin.AddSeconds(63), TimeSpan.FromSeconds(60)), (guard.Anchor, guard.AnchorSinceStart));
        Assert.Null(Read(Begin.AddSeconds(71), 66).Doubt);
        Assert.Equal((Begin.AddSeconds(63), TimeSpan.FromSeconds(60)), (guard.Anchor, guard.AnchorSinceStart));
        Assert.Null(Read(Begin.AddSeconds(125), 120).Doubt);
        Assert.Equal((Begin.AddSeconds(125), TimeSpan.FromSeconds(120)), (guard.Anchor, guard.AnchorSinceStart));
    }

    [Fact]
    public void A_clock_that_is_not_believed_moves_no_anchor_however_old_it_is()
    {
        Read(Begin.AddHours(2), 120);
        Assert.Equal((Begin, TimeSpan.Zero), (guard.Anchor, guard.AnchorSinceStart));
    }

    [Fact]
    public void Another_clock_s_word_moves_the_anchor_at_once()
    {
        Read(Begin.AddSeconds(4), 1, outside: Begin.AddSeconds(4));
        Assert.Equal((Begin.AddSeconds(4), TimeSpan.FromSeconds(1)), (guard.Anchor, guard.AnchorSinceStart));
    }

    [Fact]
    public void A_start_without_a_kept_moment_begins_at_the_wall()
        => Assert.Equal((Begin, Begin, TimeSpan.Zero), (guard.HighWater, guard.Anchor, guard.AnchorSinceStart));

    [Fact]
    public void A_kept_moment_a_little_ahead_is_slewing_and_a_tick_more_is_told()
    {
        guard = ClockGuard.Start(Begin.AddSeconds(5), new ClockReadings(Begin, TimeSpan.Zero, null));
        Assert.Equal(new GuardedMoment(Begin.AddSeconds(5), null), Read(Begin, 0));
        guard = ClockGuard.Start(Begin.AddSeconds(5).AddTicks(1), new ClockReadings(Begin, TimeSpan.Zero, null));
        Assert.Equal(
            "The clock says 2026-08-12 22:00:00Z, before 2026-08-12 22:00:05Z which it has said already: nothing new opens until then.",
            Read(Begin, 0).Doubt);
    }

    [Fact]
    public void Now_never_goes_back_and_no_jump_carries_it_ahead_of_what_the_clocks_allow()
        => Prop.ForAll(Steps().ToArbitrary(), steps =>
        {
            var guard = ClockGuard.Start(null, new ClockReadings(Begin, TimeSpan.Zero, null));
            var (elapsed, wall, last) = (TimeSpan.Zero, Begin, Begin);
            foreach (var step in steps)
            {
                elapsed += TimeSpan.FromSeconds(step.Passes);
                wall += TimeSpan.FromSeconds(step.Passes + step.Jumps);
                DateTimeOffset? outside = step.OutsideOff is { } off ? wall.AddSeconds(off) : null;
                var expected = guard.Anchor + (elapsed - guard.AnchorSinceStart);
                (guard, var moment) = guard.Read(new ClockReadings(wall, elapsed, outside));

                Assert.True(moment.Now >= last, $"From {last:O} back to {moment.Now:O} at {step}.");
                var vouched = step.OutsideOff is { } by && Math.Abs(by) <= 30;
                var believed = vouched || (wall - expected).Duration() <= ClockGuard.Tolerance;
                // Believed: what the wall says. Unbelieved: the earlier of the wall and the elapsed clock.
                var allowed = believed || wall < expected ? wall : expected;
                Assert.Equal(allowed > last ? allowed : last, moment.Now);
                last = moment.Now;
            }
        }).QuickCheckThrowOnFailure();

    private static Gen<Step[]> Steps()
    {
        var jumps = Gen.Frequency((6, Gen.Constant(0)), (2, Gen.Choose(-4, 4)), (1, Gen.Choose(-90_000, 90_000)));
        var outside = Gen.Frequency((4, Gen.Constant<int?>(null)), (1, Gen.Choose(-60, 60).Select(off => (int?)off)));
        return (from passes in Gen.Choose(0, 200) from jump in jumps from off in outside select new Step(passes, jump, off)).ArrayOf();
    }

    private GuardedMoment Read(DateTimeOffset wall, double elapsedSeconds, DateTimeOffset? outside = null)
    {
        (guard, var moment) = guard.Read(new ClockReadings(wall, TimeSpan.FromSeconds(elapsedSeconds), outside));
        return moment;
    }

    /// <param name="Passes">Seconds of both clocks.</param>
    /// <param name="Jumps">Seconds of the wall clock alone.</param>
    /// <param name="OutsideOff">Seconds by which another clock differs from the wall; null where none is read.</param>
    private sealed record Step(int Passes, int Jumps, int? OutsideOff);
}
