using ResultsGrid.Grains.Release;

namespace ResultsGrid.Tests.Release;

public sealed class ReleaseStatesTests
{
    private static readonly DateTimeOffset Restricted = new(2026, 8, 12, 23, 1, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Candidate = new(2026, 8, 14, 7, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Fact]
    public void A_series_moves_on_at_the_very_tick_of_each_release()
    {
        var schedule = new ReleaseSchedule(Restricted, Candidate);
        Assert.Equal(
            [ReleaseState.Embargoed, ReleaseState.Embargoed, ReleaseState.Restricted, ReleaseState.Restricted, ReleaseState.Released, ReleaseState.Released],
            from moment in (DateTimeOffset[])[DateTimeOffset.MinValue, Restricted - Tick, Restricted, Candidate - Tick, Candidate, DateTimeOffset.MaxValue]
            select ReleaseStates.At(schedule, moment));
    }

    [Fact]
    public void Without_an_approved_schedule_a_series_stays_embargoed()
        => Assert.Equal(ReleaseState.Embargoed, ReleaseStates.At(approved: null, DateTimeOffset.MaxValue));

    [Fact]
    public void A_candidate_release_in_front_of_the_restricted_one_releases_nothing_before_both()
    {
        var muddled = new ReleaseSchedule(Candidate, Restricted);
        Assert.Equal(ReleaseState.Embargoed, ReleaseStates.At(muddled, Candidate - Tick));
        Assert.Equal(ReleaseState.Released, ReleaseStates.At(muddled, Candidate));
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(-1, 0, true)]
    [InlineData(0, -1, true)]
    [InlineData(-1, 1, true)]
    [InlineData(1, -1, true)]
    [InlineData(1, 1, false)]
    public void A_schedule_opens_earlier_where_either_moment_comes_earlier(int restrictedTicks, int candidateTicks, bool earlier)
    {
        var approved = new ReleaseSchedule(Restricted, Candidate);
        var proposed = new ReleaseSchedule(Restricted + (restrictedTicks * Tick), Candidate + (candidateTicks * Tick));
        Assert.Equal(earlier, proposed.OpensEarlierThan(approved));
    }
}
