using ResultsGrid.Grains.Release;

namespace ResultsGrid.Tests.Release;

/// <remarks>London's clocks go forward at 01:00 GMT on 29 March 2026 and back at 02:00 BST on 25 October 2026.</remarks>
public sealed class LondonTimeTests
{
    [Theory]
    [InlineData("2026-01-15T00:01:00", "2026-01-15T00:01:00Z")]
    [InlineData("2026-08-13T00:01:00", "2026-08-12T23:01:00Z")]
    [InlineData("2026-03-29T00:59:59", "2026-03-29T00:59:59Z")]
    [InlineData("2026-03-29T02:00:00", "2026-03-29T01:00:00Z")]
    [InlineData("2026-10-25T00:59:59", "2026-10-24T23:59:59Z")]
    [InlineData("2026-10-25T02:00:00", "2026-10-25T02:00:00Z")]
    public void A_wall_time_is_one_instant(string wall, string instant) => Assert.Equal(Instant(instant), LondonTime.ToInstant(Wall(wall)));

    [Theory]
    [InlineData("2026-03-29T01:00:00")]
    [InlineData("2026-03-29T01:30:00")]
    [InlineData("2026-03-29T01:59:59")]
    public void A_wall_time_that_spring_skips_is_none(string wall) => Assert.Null(LondonTime.ToInstant(Wall(wall)));

    [Theory]
    [InlineData("2026-10-25T01:00:00", "2026-10-25T01:00:00Z")]
    [InlineData("2026-10-25T01:30:00", "2026-10-25T01:30:00Z")]
    [InlineData("2026-10-25T01:59:59", "2026-10-25T01:59:59Z")]
    public void A_wall_time_that_autumn_repeats_means_its_later_pass(string wall, string instant) => Assert.Equal(Instant(instant), LondonTime.ToInstant(Wall(wall)));

    [Fact]
    public void The_machine_s_own_zone_plays_no_part()
        => Assert.Equal(LondonTime.ToInstant(Wall("2026-08-13T00:01:00")), LondonTime.ToInstant(DateTime.SpecifyKind(Wall("2026-08-13T00:01:00"), DateTimeKind.Utc)));

    [Theory]
    [InlineData("2026-08-12T23:01:00Z", "2026-08-13T00:01:00+01:00", "00:01 on Thursday 13 August 2026")]
    [InlineData("2026-01-05T08:30:00Z", "2026-01-05T08:30:00+00:00", "08:30 on Monday 5 January 2026")]
    [InlineData("2026-10-25T00:30:00Z", "2026-10-25T01:30:00+01:00", "01:30 on Sunday 25 October 2026")]
    [InlineData("2026-10-25T01:30:00Z", "2026-10-25T01:30:00+00:00", "01:30 on Sunday 25 October 2026")]
    public void An_instant_is_shown_in_London_s_time_of_that_day(string instant, string shown, string described)
    {
        var london = LondonTime.AtLondon(Instant(instant));
        Assert.Equal(shown, london.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(london, LondonTime.AtLondon((DateTimeOffset?)Instant(instant)));
        Assert.Equal(london.Offset, LondonTime.AtLondon((DateTimeOffset?)Instant(instant))!.Value.Offset);
        Assert.Equal(described, LondonTime.Describe(Instant(instant)));
    }

    [Fact]
    public void No_instant_is_shown_as_none() => Assert.Null(LondonTime.AtLondon((DateTimeOffset?)null));

    [Theory]
    [InlineData("2026-08-13T00:01:00")]
    [InlineData("2026-10-25T01:30:00")]
    public void An_instant_is_kept_in_universal_time(string wall) => Assert.Equal(TimeSpan.Zero, LondonTime.ToInstant(Wall(wall))!.Value.Offset);

    private static DateTime Wall(string text) => DateTime.ParseExact(text, "s", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
