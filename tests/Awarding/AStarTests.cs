using System.Globalization;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;
using static ResultsGrid.Tests.Awarding.Specimen;

namespace ResultsGrid.Tests.Awarding;

public class AStarTests
{
    private const string FourUnit = "A320 B280 C240 D200 E160";
    private const string SixUnit = "A480 B420 C360 D300 E240";

    private static readonly AStarRule SixUnitRule = new(480, 270, [], null);

    public static TheoryData<string, string, string, int, string> PublishedCases
    {
        get
        {
            var data = new TheoryData<string, string, string, int, string>();
            foreach (var line in PublishedVectors.Of("a-star-vectors.csv"))
            {
                data.Add(line["rule"], line["as_units"], line["a2_units"], line.Whole("overall")!.Value, line["expected"]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(PublishedCases))]
    public void The_published_cases_come_out_as_published(string rule, string asUnits, string a2Units, int overall, string grade)
    {
        var units = Units(asUnits, UnitLevel.AS, "S").Concat(Units(a2Units, UnitLevel.A2, "T")).ToList();
        var (boundaries, aStar) = rule switch
        {
            "four-unit" => (FourUnit, new AStarRule(320, 180, [], null)),
            "maths" => (SixUnit, new AStarRule(480, 180, [Code("C3"), Code("C4")], null)),
            _ => (SixUnit, SixUnitRule),
        };

        var award = Certify(units, boundaries, aStar);

        Assert.Equal((overall, grade), (award.Total, award.Grade.ToString()));
    }

    // Further Mathematics: the best three of the A2 units. A fourth weak one would spoil a rule over all.
    [Theory]
    [InlineData("80 85", "90 90 90 60", "A*")]
    [InlineData("80 85", "90 90 89 88", "A")]
    [InlineData("80 85", "100 85 85 85", "A*")]
    [InlineData("50 55", "100 100 100 74", "B")] // 479: not an A overall
    public void Further_mathematics_looks_at_the_best_three_A2_units(string asUnits, string a2Units, string grade)
    {
        var units = Units(asUnits, UnitLevel.AS, "S").Concat(Units(a2Units, UnitLevel.A2, "T")).ToList();
        Assert.Equal(grade, Certify(units, SixUnit, new AStarRule(480, 270, [], 3)).Grade.ToString());
    }

    [Theory]
    [InlineData("70 70 70", "90 90 90", "A*")] // 480 and 270: both just reached
    [InlineData("70 70 69", "90 90 90", "B")] // 479
    [InlineData("71 70 70", "90 90 89", "A")] // 269
    public void Both_limits_count_from_the_very_mark(string asUnits, string a2Units, string grade)
    {
        var units = Units(asUnits, UnitLevel.AS, "S").Concat(Units(a2Units, UnitLevel.A2, "T")).ToList();
        Assert.Equal(grade, Certify(units, SixUnit, SixUnitRule).Grade.ToString());
    }

    [Theory]
    [InlineData("70 70 79", "90 90 90", "A")] // 489 of the 490 that this board asks for
    [InlineData("70 70 80", "90 90 90", "A*")]
    public void The_overall_limit_is_the_rules_own_and_may_lie_above_A(string asUnits, string a2Units, string grade)
    {
        var units = Units(asUnits, UnitLevel.AS, "S").Concat(Units(a2Units, UnitLevel.A2, "T")).ToList();
        Assert.Equal(grade, Certify(units, SixUnit, SixUnitRule with { MinimumOverallUms = 490 }).Grade.ToString());
    }

    [Fact]
    public void Without_the_rule_an_AS_award_stops_at_A()
        => Assert.Equal("A", Certify([.. Units("100 100", UnitLevel.AS, "S")], "A160 B140", null).Grade.ToString());

    [Theory]
    [InlineData("S1 S2 T1 ?S3 ?T2")]
    [InlineData("S1 S2 T1 ?T2 ?S3")]
    public void Of_equal_totals_the_one_that_earns_A_star_is_counted(string contributions)
    {
        var qualification = Qualification(400, FourUnit, contributions, unitCount: 4, aStar: new AStarRule(320, 180, [], null));
        var award = Award(
            Work("S1=90 S2=90 T1=90 S3=90 T2=90"), qualification,
            Plain("S1", 100), Plain("S2", 100), Plain("S3", 100), Plain("T1", 100, UnitLevel.A2), Plain("T2", 100, UnitLevel.A2));
        Assert.Equal("A*", award.Grade.ToString());
    }

    private static IEnumerable<(string Code, int Ums, UnitLevel Level)> Units(string marks, UnitLevel level, string prefix)
        => marks.Split(' ').Select((text, index) => text.Split('=') switch
        {
            [var code, var ums] => (code, int.Parse(ums, CultureInfo.InvariantCulture), level),
            _ => ($"{prefix}{index + 1}", int.Parse(text, CultureInfo.InvariantCulture), level),
        });

    private static Award Certify(List<(string Code, int Ums, UnitLevel Level)> units, string boundaries, AStarRule? rule)
        => Award(
            Work(string.Join(' ', units.Select(unit => $"{unit.Code}={unit.Ums}"))),
            Qualification(100 * units.Count, boundaries, string.Join(' ', units.Select(unit => unit.Code)), aStar: rule),
            [.. units.Select(unit => Plain(unit.Code, 100, unit.Level))]);
}
