using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Marks;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;
using static ResultsGrid.Tests.Awarding.Specimen;

namespace ResultsGrid.Tests.Awarding;

public class AssessmentResultTests
{
    private static readonly Assessment F013 = Unit("F013", UnitLevel.A2, 80, Scale(UnitLevel.A2, 80, 80, "A69 B61 C53 D45 E38"));

    [Theory]
    [InlineData(80, "A", 80), InlineData(74, "A", 72), InlineData(69, "A", 64), InlineData(68, "B", 63), InlineData(38, "E", 32), InlineData(37, "U", 31), InlineData(0, "U", 0)]
    public void A_unit_is_graded_by_its_raw_boundaries_and_never_above_A(int mark, string grade, int ums)
        => Assert.Equal(
            new AssessmentResult(F013.Code, Outcome.Graded, mark, ums, Grade.Parse(grade), PartialAbsence: false, SpecialConsideration: false),
            Result(F013, $"{mark}"));

    [Fact]
    public void An_absent_unit_has_no_mark_or_grade_but_0_uniform_marks_and_a_hash()
        => Assert.Equal(new AssessmentResult(F013.Code, Outcome.Absent, null, 0, null, true, false), Result(F013, "absent"));

    [Fact]
    public void Part_of_the_work_missing_is_graded_with_a_hash()
        => Assert.Equal(new AssessmentResult(F013.Code, Outcome.Graded, 69, 64, Grade.Parse("A"), true, false), Result(F013, "partly:69"));

    [Theory]
    [InlineData("pending", Outcome.Pending)]
    [InlineData("x", Outcome.NoResult)]
    public void Pending_and_no_result_have_no_figures(string status, Outcome outcome)
        => Assert.Equal(new AssessmentResult(F013.Code, outcome, null, null, null, false, false), Result(F013, status));

    [Fact]
    public void An_entry_without_a_mark_is_pending()
    {
        var results = Awarded(Work("F013"), Qualification(80, "A64", "F013"), F013).Assessments;
        Assert.Equal(Outcome.Pending, results.Single().Outcome);
    }

    [Fact]
    public void A_component_shows_its_raw_mark_and_nothing_else()
        => Assert.Equal(new AssessmentResult(Code("01"), Outcome.Graded, 40, null, null, false, false), Result(Component("01", 80, 1.25m), "40"));

    [Fact]
    public void An_absent_component_has_no_uniform_marks()
        => Assert.Equal(new AssessmentResult(Code("01"), Outcome.Absent, null, null, null, true, false), Result(Component("01", 80, 1.25m), "absent"));

    [Theory]
    [InlineData("60", 63)]
    [InlineData("79", 80)] // never past the maximum
    public void An_allowance_adds_raw_marks_and_is_flagged(string mark, int raw)
    {
        var result = Result(F013, mark, new SpecialConsideration.Allowance(F013.Code, 3));
        Assert.Equal((raw, true), (result.RawMark, result.SpecialConsideration));
    }

    [Fact]
    public void An_allowance_for_another_unit_changes_nothing()
        => Assert.Equal(Result(F013, "60"), Result(F013, "60", new SpecialConsideration.Allowance(Code("F014"), 3)));

    [Theory]
    [InlineData("81")]
    [InlineData("partly:-1")]
    public void A_mark_off_the_paper_is_refused_by_name(string mark)
        => Assert.Contains("F013", Assert.Throws<ArgumentException>(() => Result(F013, mark)).Message, StringComparison.Ordinal);

    [Fact]
    public void Results_stand_in_code_order()
    {
        var results = Awarded(Work("F014=1 F011=2 F013=3"), Qualification(240, "A64", "F011 F013 F014"), Plain("F014", 80), Plain("F011", 80), F013).Assessments;
        Assert.Equal(["F011", "F013", "F014"], results.Select(result => result.Assessment.ToString()));
    }
}
