namespace ResultsGrid.Tests.Oracle;

public class OracleArbiterTests
{
    private const int Now = int.MaxValue;

    [Theory]
    [InlineData("90 90", "95 92", true)]
    [InlineData("95 90", "92 85", false)]
    [InlineData("70 69", "90 90", false)]
    public void Four_units_make_A_star_by_320_overall_and_180_at_A2(string asUnits, string a2Units, bool isAStar)
    {
        var (rule, papers) = Rules("as as a2 a2", (320, 180, [], null));
        Assert.Equal(isAStar, Arbiter.IsAStar(rule, Attempts($"{asUnits} {a2Units}"), papers));
    }

    [Fact]
    public void Mathematics_makes_A_star_by_its_two_named_units()
    {
        var (rule, papers) = Rules("as as as as a2 a2", (480, 180, ["U4", "U5"], null));
        Assert.True(Arbiter.IsAStar(rule, Attempts("90 79 87 89 95 94"), papers));
    }

    [Fact]
    public void Further_mathematics_makes_A_star_by_its_best_three()
    {
        var (rule, papers) = Rules("as as a2 a2 a2 a2", (480, 270, [], 3));
        Assert.True(Arbiter.IsAStar(rule, Attempts("80 80 60 90 90 90"), papers));
        Assert.False(Arbiter.IsAStar(rule, Attempts("90 90 89 89 90 90"), papers));
    }

    [Fact]
    public void The_better_sitting_of_a_unit_counts()
    {
        var (rule, papers) = Rules("as as", null);
        var best = Arbiter.Best(rule, [At("U0", 50), At("U0", 70, when: 1), At("U1", 60)], papers);
        Assert.Equal(130, Arbiter.Total(best!).Rounded());
    }

    [Fact]
    public void Too_little_of_the_certification_series_is_no_combination()
    {
        var (rule, papers) = Rules("gcse gcse gcse", null);
        var third = rule with { TerminalSharePercent = 40 };
        Assert.Null(Arbiter.Best(third, [At("U0", 50), At("U1", 50, when: 1), At("U2", 50, when: 1)], papers));
    }

    [Fact]
    public void The_certification_series_counts_even_where_an_earlier_sitting_was_better()
    {
        var (rule, papers) = Rules("gcse gcse", null);
        var best = Arbiter.Best(rule with { TerminalSharePercent = 40 }, [At("U0", 30), At("U0", 70, when: 1), At("U1", 50, when: 1)], papers);
        Assert.Equal(80, Arbiter.Total(best!).Rounded());
    }

    [Fact]
    public void The_final_examination_counts_even_if_lower()
    {
        var (rule, papers) = Rules("vocational vocational", null);
        var best = Arbiter.Best(rule with { FinalExaminationCounts = true }, [At("U0", 30), At("U0", 70, when: 1), At("U1", 50)], papers);
        Assert.Equal(80, Arbiter.Total(best!).Rounded());
    }

    [Fact]
    public void The_best_optional_units_fill_the_count()
    {
        var (rule, papers) = Rules("vocational vocational vocational", null);
        var choice = rule with { UnitCount = 2, Parts = [("U0", true), ("U1", false), ("U2", false)] };
        Assert.Equal(90, Arbiter.Total(Arbiter.Best(choice, [At("U0", 20), At("U1", 50), At("U2", 70)], papers)!).Rounded());
        Assert.Null(Arbiter.Best(choice, [At("U1", 50), At("U2", 70)], papers));
    }

    private static (Rule Rule, Dictionary<string, Paper> Papers) Rules(string levels, (int, int, string[], int?)? aStar)
    {
        var papers = levels.Split(' ').Select((level, index) => Unit($"U{index}", level)).ToDictionary(paper => paper.Code);
        return (new Rule("XX", "", false, papers.Count * 100, papers.Count, [.. papers.Keys.Select(code => (code, true))], [("A", 480)], aStar, 0, false), papers);
    }

    private static Paper Unit(string code, string level) => new(
        new()
        {
            ["assessment_code"] = code,
            ["kind"] = "unit",
            ["level"] = level,
            ["tier"] = "untiered",
            ["marking"] = "examined",
            ["maximum_mark"] = "100",
            ["weight"] = "1",
            ["maximum_ums"] = "100",
            ["attainable_ums"] = "",
            ["below_lowest"] = "direct-to-zero",
            ["a_star_mark"] = "",
            ["cap_mark"] = "",
            ["n_mark"] = "",
        },
        [new() { ["grade"] = "A", ["mark"] = "80", ["ums"] = "80" }, new() { ["grade"] = "B", ["mark"] = "70", ["ums"] = "70" }]);

    private static List<Attempt> Attempts(string scores) => [.. scores.Split(' ').Select((score, index) => At($"U{index}", int.Parse(score)))];

    private static Attempt At(string unit, int score, int when = Now) => new(unit, score, when == Now, when, false, false);
}
