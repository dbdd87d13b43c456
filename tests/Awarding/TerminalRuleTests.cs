using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;
using static ResultsGrid.Tests.Awarding.Specimen;

namespace ResultsGrid.Tests.Awarding;

public class TerminalRuleTests
{
    private static readonly Assessment[] Units =
        [Plain("A661", 100, UnitLevel.Gcse), Plain("A662", 100, UnitLevel.Gcse), Plain("A663", 100, UnitLevel.Gcse), Plain("A664", 100, UnitLevel.Gcse)];

    private static readonly Qualification Gcse = Qualification(
        400, "A*360 A320 B280 C240 D200 E160 F120 G80", "A661 A662 A663 A664", terminal: new TerminalRule(40, false, Provenance.Assumed));

    [Fact]
    public void Terminal_results_must_be_used_even_where_earlier_ones_are_better()
    {
        // 40 % of 400 takes two units of this series. The two that lose least are used, the best for the rest.
        var award = Certify("A661=50 A662=60 A663=70 A664=80", "A661@6B25=90 A662@6B25=90 A663@6B25=90 A664@6B25=90");
        Assert.Equal(90 + 90 + 70 + 80, award.Total);
        Assert.Equal(["6B25", "6B25", "6B26", "6B26"], award.Counted.Select(counted => counted.Series.ToString()));
    }

    [Fact]
    public void Without_the_rule_the_best_of_all_sittings_count()
        => Assert.Equal(360, Award(
            Work("A661=50 A662=60 A663=70 A664=80", "A661@6B25=90 A662@6B25=90 A663@6B25=90 A664@6B25=90"), Gcse with { Terminal = null }, Units).Total);

    [Fact]
    public void Less_than_the_share_in_this_series_is_X()
    {
        var award = Certify("A661=90", "A662@6B25=90 A663@6B25=90 A664@6B25=90");
        Assert.Equal(Outcome.NoResult, award.Outcome);
        Assert.Equal("Less than 40 % of the uniform marks was taken in this series (terminal rule).", award.Reason);
    }

    [Theory]
    [InlineData(50, Outcome.Graded)]
    [InlineData(51, Outcome.NoResult)] // 204 of 400: two units are not enough
    public void The_share_is_data_and_counts_from_its_very_mark(int sharePercent, Outcome outcome)
    {
        var rule = new TerminalRule(sharePercent, false, Provenance.Given);
        var award = Award(Work("A661=90 A662=90", "A663@6B25=90 A664@6B25=90"), Gcse with { Terminal = rule }, Units);
        Assert.Equal(outcome, award.Outcome);
    }

    [Fact]
    public void A_share_that_is_no_whole_mark_is_not_reached_by_the_mark_below()
    {
        Assessment[] units = [Plain("A661", 69, UnitLevel.Gcse), Plain("A662", 141, UnitLevel.Gcse)];
        var gcse = Qualification(210, "A168", "A661 A662", terminal: new TerminalRule(33, false, Provenance.Given)); // 69.3 of 210
        Assert.Equal(Outcome.NoResult, Award(Work("A661=60", "A662@6B25=100"), gcse, units).Outcome);
    }

    [Fact]
    public void A_large_unit_may_satisfy_the_rule_alone()
    {
        Assessment[] units = [Plain("A661", 60, UnitLevel.Gcse), Plain("A662", 60, UnitLevel.Gcse), Plain("A663", 80, UnitLevel.Gcse)];
        var gcse = Qualification(200, "A160 B140 C120", "A661 A662 A663", terminal: Gcse.Terminal);
        var award = Award(Work("A661=10 A662=10 A663=70", "A661@6B25=50 A662@6B25=50 A663@6B25=80"), gcse, units);
        Assert.Equal(50 + 50 + 70, award.Total);
    }

    [Fact]
    public void An_absence_in_the_certification_series_is_a_terminal_result_of_0()
    {
        var award = Certify("A661=absent A662=60", "A661@6B25=90 A663@6B25=90 A664@6B25=90");
        Assert.Equal((0 + 60 + 90 + 90, true), (award.Total, award.PartialAbsence));
    }

    [Fact]
    public void Optional_units_are_chosen_with_the_rule_in_mind()
    {
        // The better optional unit is an earlier one; counting it would leave too little of this series.
        var gcse = Qualification(300, "A240 B210", "A661 ?A662 ?A663 ?A664", unitCount: 3, terminal: Gcse.Terminal);
        var award = Award(Work("A661=70 A662=50", "A663@6B25=95 A664@6B25=90"), gcse, Units);
        Assert.Equal(["A661", "A662", "A663"], award.Counted.Select(counted => counted.Assessment.ToString()));
        Assert.Equal(215, award.Total);
    }

    [Fact]
    public void A_further_sitting_never_lowers_a_total_under_the_share_alone()
    {
        var before = Certify("A661=90 A662=90", "A663@6B25=90 A664@6B25=90");
        var after = Certify("A661=90 A662=90 A663=0 A664=0", "A663@6B25=90 A664@6B25=90");
        Assert.Equal(before.Total, after.Total);
    }

    [Fact]
    public void More_units_than_any_option_has_are_refused()
    {
        var codes = Enumerable.Range(10, 65).Select(number => $"U{number}").ToList();
        var huge = Qualification(6500, "A5200", string.Join(' ', codes));
        var work = Work(string.Join(' ', codes.Select(code => $"{code}=1")));
        var refusal = Assert.Throws<ArgumentException>(() => Award(work, huge, [.. codes.Select(code => Plain(code, 100))]));
        Assert.Equal("An option has 65 contributions; at most 64 are awarded.", refusal.Message);
        var largest = Qualification(6400, "A5120", string.Join(' ', codes.Take(64)));
        Assert.Equal(64, Award(work, largest, [.. codes.Select(code => Plain(code, 100))]).Total);
    }

    private static Award Certify(string marks, string earlier) => Award(Work(marks, earlier), Gcse, Units);
}
