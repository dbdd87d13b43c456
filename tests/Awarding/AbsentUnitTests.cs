using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Marks;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;
using static ResultsGrid.Tests.Awarding.Specimen;

namespace ResultsGrid.Tests.Awarding;

/// <summary>Special consideration for a missed unit: the score linked to the decided grade less what is present (domain 4.6).</summary>
public class AbsentUnitTests
{
    private static readonly Assessment[] Units = [Plain("F011", 80), Plain("F012", 120), Plain("F013", 80, UnitLevel.A2), Plain("F014", 120, UnitLevel.A2)];

    private static readonly Qualification ALevel = Qualification(
        400, "A320 B280 C240 D200 E160", "F011 F012 F013 F014", aStar: new AStarRule(320, 180, [], null));

    [Theory]
    [InlineData("F011=60 F012=90 F013=60 F014=absent", "B", 70, 280)]
    [InlineData("F011=60 F012=90 F013=60 F014=absent", "U", 0, 210)] // never less than nothing
    [InlineData("F011=10 F012=20 F013=60 F014=absent", "A", 120, 210)] // never past the unit's maximum
    [InlineData("F011=80 F012=120 F013=80 F014=absent", "B", 0, 280)]
    [InlineData("F011=80 F012=100 F013=70 F014=absent", "A*", 70, 320)] // A* is linked to the rule's overall limit
    public void The_missed_unit_shows_the_enhancement_and_the_award_the_decided_grade(string marks, string decided, int enhancement, int total)
    {
        var awarded = Decide(marks, "F014", decided);

        var unit = awarded.Assessments.Single(result => result.Assessment == Code("F014"));
        Assert.Equal(new AssessmentResult(Code("F014"), Outcome.Absent, null, enhancement, null, PartialAbsence: true, SpecialConsideration: true), unit);
        var award = awarded.Awards.Single();
        Assert.Equal((decided, total, true), (award.Grade.ToString(), award.Total, award.PartialAbsence));
        Assert.Equal(enhancement, award.Counted.Single(counted => counted.Assessment == Code("F014")).Score);
    }

    [Fact]
    public void Two_missed_units_share_the_enhancement_in_code_order()
    {
        var work = Work(
            "F011=absent F012=90 F013=60 F014=absent", "",
            Decision("F014", "C"), Decision("F011", "C"));
        var awarded = Awarded(work, ALevel, Units);
        Assert.Equal([80, 90, 60, 10], awarded.Assessments.Select(result => result.Ums));
        Assert.Equal((240, "C"), (awarded.Awards[0].Total, awarded.Awards[0].Grade.ToString()));
    }

    [Fact]
    public void An_earlier_result_does_not_replace_a_unit_whose_absence_was_decided_on()
    {
        var work = Work("F011=60 F012=90 F013=60 F014=absent", "F014@6B25=119", Decision("F014", "B"));
        Assert.Equal(280, Award(work, ALevel, Units).Total);
    }

    [Fact]
    public void A_missed_optional_unit_is_counted_once_it_was_decided_on()
    {
        var choice = Qualification(200, "A160 B140 C120", "F011 ?F012 ?F014", unitCount: 2);
        var award = Award(Work("F011=60 F012=100 F014=absent", "", Decision("F014", "B")), choice, Units);
        Assert.Equal(["F011", "F014"], award.Counted.Select(counted => counted.Assessment.ToString()));
        Assert.Equal((140, "B"), (award.Total, award.Grade.ToString()));
    }

    [Fact]
    public void Work_that_came_in_after_all_sets_the_decision_aside()
    {
        var awarded = Decide("F011=60 F012=90 F013=60 F014=80", "F014", "E");
        Assert.Equal((290, "B"), (awarded.Awards[0].Total, awarded.Awards[0].Grade.ToString()));
        Assert.DoesNotContain(awarded.Assessments, result => result.SpecialConsideration);
    }

    [Fact]
    public void Without_any_work_there_is_no_award_to_decide()
        => Assert.Equal(Outcome.NoResult, Decide("F011=absent F012=absent F013=absent F014=absent", "F014", "E").Awards[0].Outcome);

    [Fact]
    public void A_missed_component_is_enhanced_in_weighted_marks()
    {
        var linear = Qualification(140, "A110 B100 C70", "01 02", structure: Structure.Linear);
        var work = Work("01=45 02=absent", "", Decision("02", "B"));
        var awarded = Awarded(work, linear, Component("01", 60, 1.5m), Component("02", 50, 1m));
        Assert.Equal([67.5m, 32.5m], awarded.Awards[0].Counted.Select(counted => counted.Score));
        Assert.Equal((100, "B"), (awarded.Awards[0].Total, awarded.Awards[0].Grade.ToString()));
        Assert.Equal((null, true), (awarded.Assessments[1].Ums, awarded.Assessments[1].SpecialConsideration));
    }

    [Theory]
    [InlineData("B", "E", 70)] // 280 - 210 for one award, 0 for the other
    [InlineData("E", "B", 70)]
    public void Where_two_awards_enhance_a_unit_it_shows_the_higher(string first, string second, int shown)
    {
        var other = ALevel with { Code = QualificationCode.Parse("H402") };
        var work = Work(
            "F011=60 F012=90 F013=60 F014=absent", "",
            Decision("F014", first), Decision("F014", second) with { Qualification = other.Code }) with
        {
            CertificationEntries = [new CertificationEntry(Certified, "", null), new CertificationEntry(other.Code, "", null)],
        };
        var basis = new ResultsGrid.Awarding.AwardingBasis(
            Now, new[] { ALevel, other }.ToDictionary(qualification => qualification.Code), Units.ToDictionary(unit => unit.Code));
        var awarded = ResultsGrid.Awarding.Awards.Of(work, basis);
        Assert.Equal((shown, first, second), (awarded.Assessments[3].Ums, awarded.Awards[0].Grade.ToString(), awarded.Awards[1].Grade.ToString()));
    }

    [Fact]
    public void A_decision_for_another_award_or_assessment_decides_nothing()
    {
        var elsewhere = Decision("F014", "A") with { Qualification = QualificationCode.Parse("H402") };
        Assert.Equal((210, "D"), Totals(Awarded(Work("F011=60 F012=90 F013=60 F014=absent", "", elsewhere), ALevel, Units)));
        Assert.Equal((210, "D"), Totals(Awarded(Work("F011=60 F012=90 F013=60 F014=absent", "", Decision("F013", "A")), ALevel, Units)));
    }

    private static (int? Total, string Grade) Totals(CandidateAwards awarded) => (awarded.Awards[0].Total, awarded.Awards[0].Grade.ToString()!);

    [Fact]
    public void A_missed_component_is_enhanced_by_no_more_than_its_weighted_maximum()
    {
        var linear = Qualification(120, "A100 B90", "01 02", structure: Structure.Linear);
        var awarded = Awarded(Work("01=45 02=absent", "", Decision("02", "A")), linear, Component("01", 60, 1.5m), Component("02", 60, 0.5m));
        Assert.Equal([67.5m, 30m], awarded.Awards[0].Counted.Select(counted => counted.Score));
    }

    [Fact]
    public void A_decided_grade_that_the_option_does_not_have_is_a_fault()
    {
        var fault = Assert.Throws<ArgumentException>(() => Decide("F011=60 F012=90 F013=60 F014=absent", "F014", "G"));
        Assert.Equal("H401: the decided grade G is none of option ''.", fault.Message);
    }

    private static SpecialConsideration.AbsentUnit Decision(string unit, string grade) => new(Code(unit), Certified, Grade.Parse(grade));

    private static CandidateAwards Decide(string marks, string missed, string grade) => Awarded(Work(marks, "", Decision(missed, grade)), ALevel, Units);
}
