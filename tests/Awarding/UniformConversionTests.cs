using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Awarding.Uniform;
using static ResultsGrid.Tests.Awarding.Specimen;

namespace ResultsGrid.Tests.Awarding;

public class UniformConversionTests
{
    public static TheoryData<string, int> PublishedUnits
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var line in PublishedVectors.Of("unit-boundaries.csv").Where(line => line.ContainsKey("raw_a")))
            {
                foreach (var below in Enum.GetValues<BelowLowest>()) data.Add($"{line["series"]},{line["unit"]}", (int)below);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(PublishedUnits))]
    public void A_published_boundary_mark_gives_its_share_of_the_uniform_marks_exactly(string unit, int belowLowest)
    {
        var line = PublishedVectors.Of("unit-boundaries.csv").Single(line => $"{line["series"]},{line["unit"]}" == unit);
        var level = line["level"] == "GCSE" ? UnitLevel.Gcse : Enum.Parse<UnitLevel>(line["level"]);
        var below = level == UnitLevel.Gcse ? BelowLowest.DirectToZero : (BelowLowest)belowLowest;
        var (maximumMark, maximumUms) = (line.Whole("raw_max")!.Value, line.Whole("ums_max")!.Value);
        (string Column, string Grade, int Share)[] grades =
        [
            ("raw_a_star", "A*", 90), ("raw_a", "A", 80), ("raw_b", "B", 70), ("raw_c", "C", 60),
            ("raw_d", "D", 50), ("raw_e", "E", 40), ("raw_f", "F", 30), ("raw_g", "G", 20),
        ];
        var there = grades.Where(grade => line.ContainsKey(grade.Column)).ToList();
        var scale = Scale(level, maximumMark, maximumUms, string.Join(' ', there.Select(grade => grade.Grade + line[grade.Column])), belowLowest: below);
        var conversion = Conversion(scale, maximumMark);

        Assert.Equal(
            there.Select(grade => (grade.Grade, maximumUms * grade.Share / 100)),
            there.Select(grade => (grade.Grade, conversion.UmsOf(line.Whole(grade.Column)!.Value))));
        Assert.Equal(0, conversion.UmsOf(0));
        Assert.Equal(maximumUms, conversion.UmsOf(maximumMark));
    }

    [Fact]
    public void Every_published_interior_point_is_met()
    {
        foreach (var line in PublishedVectors.Of("ums-vectors.csv"))
        {
            var boundaries = new[] { ("A", "raw_a"), ("B", "raw_b"), ("C", "raw_c"), ("D", "raw_d"), ("E", "raw_e") }
                .Where(grade => line.ContainsKey(grade.Item2))
                .Select(grade => grade.Item1 + line[grade.Item2]);
            var maximumMark = line.Whole("raw_max") ?? 100;
            var scale = Scale(UnitLevel.AS, maximumMark, line.Whole("ums_max")!.Value, string.Join(' ', boundaries), cap: new CapMark.None());

            var ums = Conversion(scale, maximumMark).UmsOf(line.Whole("raw")!.Value);

            Assert.True(line.Whole("ums") == ums, $"{line["unit"]} at {line["raw"]}: published {line["ums"]}, converted {ums}");
        }
    }

    [Theory]
    [InlineData(36, 48)]
    [InlineData(30, 36)] // N: as far below E as E is below D, at 30 % of 120
    [InlineData(15, 18)]
    [InlineData(0, 0)]
    public void Below_E_a_unit_may_convert_through_a_notional_N(int raw, int ums)
    {
        var scale = Scale(UnitLevel.AS, 80, 120, "A60 B54 C48 D42 E36", belowLowest: BelowLowest.NotionalN);
        Assert.Equal(ums, Conversion(scale, 80).UmsOf(raw));
    }

    [Fact]
    public void Below_E_a_unit_may_convert_straight_to_zero()
        => Assert.Equal(40, Conversion(Scale(UnitLevel.AS, 80, 120, "A60 B54 C48 D42 E36"), 80).UmsOf(30));

    [Fact]
    public void Half_a_uniform_mark_is_rounded_up()
    {
        var scale = Scale(UnitLevel.Vocational, 4, 10, "P2=3");
        var conversion = Conversion(scale, 4);
        Assert.Equal(2, conversion.UmsOf(1)); // 1.5
        Assert.Equal(7, conversion.UmsOf(3)); // 6.5
    }

    [Fact]
    public void From_the_cap_on_every_mark_gives_the_maximum()
    {
        var conversion = Conversion(Scale(UnitLevel.AS, 80, 120, "A60 B54 C48 D42 E36"), 80);
        Assert.Equal([118, 120, 120, 120], from raw in (int[])[71, 72, 73, 80] select conversion.UmsOf(raw));
    }

    [Theory]
    [InlineData("A60 B60 C48 D42 E36", "A (60 marks, 96 UMS) does not lie above B (60 marks, 84 UMS).")]
    [InlineData("A81 B54 C48 D42 E36", "A (81 marks, 96 UMS) does not lie within 0 and 80 marks (120 UMS).")]
    [InlineData("A60=90 B54=91 C48", "A (60 marks, 90 UMS) does not lie above B (54 marks, 91 UMS).")]
    [InlineData("A60=121 B54 C48", "A (60 marks, 121 UMS) does not lie within 0 and 80 marks (120 UMS).")]
    public void Points_that_do_not_rise_are_named(string boundaries, string reason)
    {
        var scale = Scale(UnitLevel.AS, 80, 120, boundaries, cap: new CapMark.None());
        Assert.Equal(reason, UniformConversion.WhyNot(scale.Boundaries, scale.Scale, 80));
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => Conversion(scale, 80)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cap_below_the_A_star_point_is_named()
    {
        var scale = Scale(UnitLevel.A2, 80, 120, "A57 B51 C46 D41 E36", cap: new CapMark.At(60));
        Assert.Equal("the cap (60 marks, 120 UMS) does not lie above A* (63 marks, 108 UMS).", UniformConversion.WhyNot(scale.Boundaries, scale.Scale, 80));
    }

    [Fact]
    public void An_A_star_point_at_the_end_of_the_paper_is_refused()
    {
        var scale = Scale(UnitLevel.A2, 80, 120, "A57 B51 C46 D41 E36", aStarMark: 80);
        Assert.Equal("The A* point at 80 leaves no mark of 80 above it.", UniformConversion.WhyNot(scale.Boundaries, scale.Scale, 80));
    }

    [Fact]
    public void A_notional_N_that_does_not_lie_below_E_is_named()
    {
        var scale = Scale(UnitLevel.AS, 80, 120, "A60 B54 C48 D42 E36", belowLowest: BelowLowest.NotionalN, nMark: 36);
        Assert.Equal("E (36 marks, 48 UMS) does not lie above N (36 marks, 36 UMS).", UniformConversion.WhyNot(scale.Boundaries, scale.Scale, 80));
    }

    [Fact]
    public void A_boundary_at_either_end_of_the_paper_keeps_its_own_uniform_mark()
    {
        Assert.Equal([5, 7, 8, 9, 10], Whole(Scale(UnitLevel.Vocational, 4, 10, "M2=8 P0=5"), 4));
        Assert.Equal([0, 2, 3, 6, 9], Whole(Scale(UnitLevel.Vocational, 4, 10, "M4=9 P2=3"), 4));
        Assert.Equal([0, 0, 3, 7, 10], Whole(Scale(UnitLevel.Vocational, 4, 10, "P1=0"), 4));
    }

    [Theory]
    [InlineData(0, 10, 10, "The paper's maximum 0 is not within 1 and 9999.")]
    [InlineData(1, 10, 10, null)]
    [InlineData(9_999, 10, 10, null)]
    [InlineData(10_000, 10, 10, "The paper's maximum 10000 is not within 1 and 9999.")]
    [InlineData(4, 0, 10, "The attainable 0 UMS is not within 1 and the maximum 10.")]
    [InlineData(4, 1, 10, null)]
    [InlineData(4, 10, 10, null)]
    [InlineData(4, 11, 10, "The attainable 11 UMS is not within 1 and the maximum 10.")]
    public void A_unit_s_maxima_are_held_to_their_limits(int maximumMark, int attainableUms, int maximumUms, string? reason)
    {
        var scale = new UniformScale(maximumUms, attainableUms, BelowLowest.DirectToZero, AStar: null, Cap: null, NotionalN: null);
        Assert.Equal(reason, UniformConversion.WhyNot([], scale, maximumMark));
    }

    [Fact]
    public void A_boundary_without_a_uniform_mark_is_named()
    {
        var scale = new UniformScale(10, 10, BelowLowest.DirectToZero, AStar: null, Cap: null, NotionalN: null);
        Assert.Equal("Boundary P has no uniform mark.", UniformConversion.WhyNot([new GradeBoundary(Grade.Parse("P"), 2, null, Provenance.Given)], scale, 4));
    }

    [Fact]
    public void What_cannot_be_converted_is_refused_with_its_code()
    {
        Assert.Equal("01 has no uniform mark scale.", Assert.Throws<ArgumentException>(() => UniformConversion.Of(Component("01", 80, 1m))).Message);
        var unit = Unit("F011", UnitLevel.AS, 80, Scale(UnitLevel.AS, 80, 120, "A60 B60", cap: new CapMark.None()));
        Assert.Equal("F011: A (60 marks, 96 UMS) does not lie above B (60 marks, 84 UMS).", Assert.Throws<ArgumentException>(() => UniformConversion.Of(unit)).Message);
    }

    private static IEnumerable<int> Whole(CompletedScale scale, int maximumMark)
        => Enumerable.Range(0, maximumMark + 1).Select(Conversion(scale, maximumMark).UmsOf);

    [Theory]
    [InlineData(-1)]
    [InlineData(81)]
    public void A_mark_off_the_paper_is_refused(int raw)
        => Assert.Throws<ArgumentOutOfRangeException>(() => Conversion(Scale(UnitLevel.AS, 80, 120, "A60 B54 C48 D42 E36"), 80).UmsOf(raw));
}
