namespace ResultsGrid.Tests.Oracle;

public class OraclePaperTests
{
    [Theory]
    [InlineData(60, 96)]
    [InlineData(55, 86)]
    [InlineData(45, 66)]
    public void An_AS_unit_converts_as_the_published_guide_says(int raw, int ums)
        => Assert.Equal(ums, Unit("as", 80, 120, "A 60 B 54 C 48 D 42 E 36").Ums(raw));

    [Theory]
    [InlineData(72, 120)]
    [InlineData(71, 118)]
    [InlineData(80, 120)]
    [InlineData(0, 0)]
    public void An_AS_unit_is_capped_two_bands_above_A(int raw, int ums)
        => Assert.Equal(ums, Unit("as", 80, 120, "A 60 B 54 C 48 D 42 E 36").Ums(raw));

    [Theory]
    [InlineData("A 57 B 51 C 46 D 41 E 36", 63)]
    [InlineData("A 60 B 54 C 48 D 42 E 37", 66)]
    public void An_A2_unit_reaches_90_percent_at_the_published_A_star(string boundaries, int raw)
        => Assert.Equal(90, Unit("a2", 80, 100, boundaries).Ums(raw));

    [Fact]
    public void A_notional_N_stands_at_30_percent_as_far_below_E_as_E_is_below_D()
        => Assert.Equal((36, 30), (Unit("a2", 90, 120, "A 65 B 58 C 51 D 44 E 38", "notional-n").Ums(32), Unit("a2", 90, 100, "A 65 B 58 C 51 D 44 E 38", "notional-n").Ums(32)));

    [Theory]
    [InlineData("foundation", "C 54 D 44 E 35 F 26 G 17", 80, 83)]
    [InlineData("foundation", "C 54 D 44 E 35 F 26 G 17", 44, 60)]
    [InlineData("higher", "A* 66 A 57 B 48 C 40 D 32 E ", 28, 54)]
    [InlineData("higher", "A* 66 A 57 B 48 C 40 D 32 E ", 66, 108)]
    public void A_tier_converts_as_the_board_printed_it(string tier, string boundaries, int raw, int ums)
        => Assert.Equal(ums, Unit("gcse", 80, 120, boundaries, tier: tier).Ums(raw));

    [Fact]
    public void A_mark_below_the_allowed_E_is_U()
        => Assert.Equal(("E", "U"), (Higher().Grade(28), Higher().Grade(27)));

    [Fact]
    public void Half_a_uniform_mark_rounds_up()
        => Assert.Equal(1, Unit("vocational", 60, 30, "P 60", given: 30).Ums(1));

    private static Paper Higher() => Unit("gcse", 80, 120, "A* 66 A 57 B 48 C 40 D 32 E ", tier: "higher");

    private static Paper Unit(string level, int maximumMark, int maximumUms, string boundaries, string belowLowest = "direct-to-zero", string tier = "untiered", int? given = null)
    {
        var cells = boundaries.Split(' ');
        return new Paper(
            new()
            {
                ["assessment_code"] = "XX1",
                ["kind"] = "unit",
                ["level"] = level,
                ["tier"] = tier,
                ["marking"] = "examined",
                ["maximum_mark"] = $"{maximumMark}",
                ["weight"] = "1",
                ["maximum_ums"] = $"{maximumUms}",
                ["attainable_ums"] = "",
                ["below_lowest"] = belowLowest,
                ["a_star_mark"] = "",
                ["cap_mark"] = "",
                ["n_mark"] = "",
            },
            cells.Chunk(2).Select(pair => new Dictionary<string, string> { ["grade"] = pair[0], ["mark"] = pair[1], ["ums"] = $"{given}" }));
    }
}
