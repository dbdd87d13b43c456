using System.Globalization;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;
using static ResultsGrid.Tests.Awarding.Specimen;

namespace ResultsGrid.Tests.Awarding;

/// <summary>Cambridge Nationals: one examined unit and two moderated ones (domain 4.6).</summary>
public class FinalExaminationTests
{
    private static readonly Assessment[] Units = [Examined(), Moderated("R034"), Moderated("R035")];

    private static readonly Qualification National = Qualification(
        200, "A180 B160 C140", "R033 R034 R035", terminal: new TerminalRule(0, true, Provenance.Published));

    [Fact]
    public void The_examination_of_the_final_series_counts_even_if_lower()
    {
        var award = Certify("R033=35 R034=60 R035=60", "R033@6B25=80");
        Assert.Equal(40 + 60 + 60, award.Total);
        Assert.Equal("6B26", award.Counted[0].Series.ToString());
    }

    [Fact]
    public void A_higher_examination_counts_too() => Assert.Equal(80 + 60 + 60, Certify("R033=70 R034=60 R035=60", "R033@6B25=40").Total);

    [Fact]
    public void Moderated_units_count_their_best_from_any_series()
        => Assert.Equal(80 + 60 + 50, Certify("R033=70 R034=20 R035=50", "R034@6B25=60 R035@6B25=10").Total);

    [Fact]
    public void The_latest_of_earlier_examinations_counts_by_date_not_by_code()
    {
        Assert.Equal(30 + 120, Certify("R034=60 R035=60", "R033@6B24=70 R033@1B25=30").Total); // January 2025 after June 2024
        Assert.Equal(30 + 120, Certify("R034=60 R035=60", "R033@6B25=70 R033@BB25=30").Total); // November after June
        Assert.Equal(30 + 120, Certify("R034=60 R035=60", "R033@6B99=70 R033@6B01=30").Total); // 2001 after 1999
        Assert.Equal(30 + 120, Certify("R034=60 R035=60", "R033@6B15=70 R033@6B21=30").Total); // 2021 after 2015
        Assert.Equal(30 + 120, Certify("R034=60 R035=60", "R033@1B26=70 R033@6A26=30").Total); // the same month as the certification
    }

    [Theory]
    [InlineData("R033@6B25=30 R033@6A25=70", 70, "6A25")]
    [InlineData("R033@6A25=30 R033@6B25=70", 70, "6B25")]
    [InlineData("R033@6B25=70 R033@6A25=70", 70, "6A25")] // equal in everything: in code order, so always the same
    public void Of_earlier_examinations_in_one_month_the_better_counts(string earlier, int ums, string series)
    {
        var award = Certify("R034=60 R035=60", earlier);
        Assert.Equal((ums + 120, series), (award.Total, award.Counted[0].Series.ToString()));
    }

    [Fact]
    public void An_examination_that_was_never_taken_is_missing()
        => Assert.Equal("Not a permitted combination of units: R033 missing.", Certify("R034=60 R035=60", "R034@6B25=60").Reason);

    [Fact]
    public void A_missed_final_examination_counts_0_with_a_hash()
    {
        var award = Certify("R033=absent R034=60 R035=60", "R033@6B25=80");
        Assert.Equal((120, true), (award.Total, award.PartialAbsence));
    }

    [Theory]
    [InlineData("R033=pending R034=60 R035=60", Outcome.Pending)]
    [InlineData("R033=x R034=60 R035=60", Outcome.NoResult)]
    public void A_final_examination_without_a_figure_is_not_replaced_by_an_earlier_one(string marks, Outcome outcome)
        => Assert.Equal(outcome, Certify(marks, "R033@6B25=80").Outcome);

    [Fact]
    public void Sitting_the_examination_again_may_lower_the_award_which_no_other_rule_does()
    {
        var before = Certify("R034=60 R035=60", "R033@6B25=80");
        Assert.True(Certify("R033=0 R034=60 R035=60", "R033@6B25=80").Total < before.Total);
        var plain = National with { Terminal = null };
        Assert.Equal(before.Total, Award(Work("R033=0 R034=60 R035=60", "R033@6B25=80"), plain, Units).Total);
    }

    [Fact]
    public void A_vocational_unit_converts_by_its_own_uniform_marks_and_grades_down_to_level_1()
    {
        var result = Result(Examined(), "35");
        Assert.Equal((40, "D1"), (result.Ums, result.Grade.ToString()));
        Assert.Equal("P1", Result(Examined(), "21").Grade.ToString());
        Assert.Equal("U", Result(Examined(), "20").Grade.ToString());
        Assert.Equal("*2", Result(Examined(), "70").Grade.ToString());
    }

    // Raw 70 to 80 uniform marks is the real size of the examination; its boundaries here are invented.
    private static Assessment Examined() => Unit("R033", UnitLevel.Vocational, 70, new(
        [.. Boundaries("*263=72 D256=64 M249=56 P242=48 D135=40 M128=32 P121=24")],
        new UniformScale(80, 80, BelowLowest.DirectToZero, null, null, null)));

    private static Assessment Moderated(string code) => Unit(code, UnitLevel.Vocational, 60, new(
        [.. Boundaries("*254=54 D248=48 M242=42 P236=36 D130=30 M124=24 P118=18")],
        new UniformScale(60, 60, BelowLowest.DirectToZero, null, null, null)), marking: Marking.Moderated);

    private static IEnumerable<GradeBoundary> Boundaries(string text) => text.Split(' ')
        .Select(word => (Grade: word[..2], Marks: word[2..].Split('=')))
        .Select(word => new GradeBoundary(
            Grade.Parse(word.Grade), Number(word.Marks[0]), Number(word.Marks[1]), Provenance.Invented));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static Award Certify(string marks, string earlier) => Award(Work(marks, earlier), National, Units);
}
