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

    private static DateTime Wall(string text) => DateTime.ParseExact(text, "s", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
