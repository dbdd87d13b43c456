using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Marks;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;
using static ResultsGrid.Tests.Awarding.Specimen;

namespace ResultsGrid.Tests.Awarding;

/// <summary>X, Q, #, U, absent and "no certification entry" are six different things (domain 4.7).</summary>
public class OutcomeTests
{
    private static readonly Assessment[] Units = [Plain("F011", 80), Plain("F012", 120), Plain("F015", 120)];

    private static readonly Qualification AsLevel = Qualification(200, "A160 B140 C120 D100 E80", "F011 F012");

    private static readonly Qualification WithChoice = Qualification(200, "A160 B140 C120 D100 E80", "F011 ?F012 ?F015", unitCount: 2);

    [Theory]
    [InlineData(64, 96, "A"), InlineData(64, 95, "B"), InlineData(56, 84, "B"), InlineData(48, 72, "C"), InlineData(40, 60, "D"), InlineData(32, 48, "E"), InlineData(32, 47, "U"), InlineData(0, 0, "U")]
    public void The_total_is_held_to_the_qualification_boundaries(int f011, int f012, string grade)
    {
        var award = Certify($"F011={f011} F012={f012}");
        Assert.Equal((Outcome.Graded, grade, f011 + f012), (award.Outcome, award.Grade.ToString(), award.Total));
        Assert.Null(award.Reason);
    }

    [Fact]
    public void Without_a_certification_entry_there_are_unit_results_and_no_award()
    {
        var awarded = Awarded(Work("F011=64 F012=96") with { CertificationEntries = [] }, AsLevel, Units);
        Assert.Equal((2, 0), (awarded.Assessments.Count, awarded.Awards.Count));
    }

    [Fact]
    public void An_absent_unit_counts_0_and_the_award_shows_a_hash()
    {
        var award = Certify("F011=absent F012=120");
        Assert.Equal((Outcome.Graded, "C", 120, true), (award.Outcome, award.Grade.ToString(), award.Total, award.PartialAbsence));
        Assert.Equal([0m, 120m], award.Counted.Select(counted => counted.Score));
    }

    [Fact]
    public void Part_of_a_unit_missing_puts_a_hash_beside_the_award()
    {
        Assert.True(Certify("F011=partly:64 F012=96").PartialAbsence);
        Assert.False(Certify("F011=64 F012=96").PartialAbsence);
    }

    [Fact]
    public void A_hash_is_not_shown_for_a_result_that_is_not_counted()
        => Assert.False(Certify("F011=64 F012=96 F015=partly:90", WithChoice).PartialAbsence);

    [Fact]
    public void Absent_from_everything_is_X_not_U()
        => AssertNoResult("No work in any of the units.", Certify("F011=absent F012=absent"));

    [Fact]
    public void Zero_marks_for_work_done_is_U_not_X()
        => Assert.Equal("U", Certify("F011=0 F012=absent").Grade.ToString());

    [Theory]
    [InlineData("F011=64 F012=pending")]
    [InlineData("F011=64 F012")]
    [InlineData("F011=absent F012=pending")]
    public void A_counted_result_that_is_pending_makes_the_award_pending(string marks)
    {
        var award = Certify(marks);
        Assert.Equal((Outcome.Pending, null, null), (award.Outcome, award.Grade, award.Total));
        Assert.Equal("Not final yet: F012.", award.Reason);
    }

    [Theory]
    [InlineData("F011=64 F012=96 F015=pending", Outcome.Pending)] // could still beat the 96
    [InlineData("F011=64 F012=120 F015=pending", Outcome.Graded)] // could at best equal the 120
    public void A_pending_result_that_can_change_nothing_does_not_hold_an_award_up(string marks, Outcome outcome)
        => Assert.Equal(outcome, Certify(marks, WithChoice).Outcome);

    [Fact]
    public void A_resit_that_is_pending_holds_the_award_up_unless_the_banked_result_is_full()
    {
        Assert.Equal(Outcome.Pending, Certify("F011=pending F012=96", earlier: "F011@1B25=79").Outcome);
        Assert.Equal(Outcome.Graded, Certify("F011=pending F012=96", earlier: "F011@1B25=80").Outcome);
    }

    [Fact]
    public void A_mandatory_unit_without_a_result_is_X()
        => AssertNoResult("No result for F012.", Certify("F011=64 F012=x"));

    [Fact]
    public void X_comes_before_pending() => Assert.Equal(Outcome.NoResult, Certify("F011=pending F012=x").Outcome);

    [Fact]
    public void A_banked_result_stands_in_for_a_script_that_is_not_available()
        => Assert.Equal(160, Certify("F011=64 F012=x", earlier: "F012@1B25=96").Total);

    [Fact]
    public void An_optional_unit_without_a_result_is_X_only_where_no_other_fills_its_place()
    {
        Assert.Equal(160, Certify("F011=64 F012=x F015=96", WithChoice).Total);
        AssertNoResult("No result for F012.", Certify("F011=64 F012=x", WithChoice));
    }

    [Fact]
    public void An_optional_unit_that_a_banked_result_fills_is_not_what_an_award_waits_for()
    {
        var two = Qualification(320, "A256", "F011 ?F012 ?F015", unitCount: 3);
        AssertNoResult("Not a permitted combination of units: 1 of 2 optional units.", Certify("F011=64 F012=x", two, "F012@1B25=90"));
    }

    [Fact]
    public void A_resit_that_is_pending_can_come_to_no_more_than_its_tier_earns()
    {
        var foundation = Unit("A661", UnitLevel.Gcse, 80, Scale(UnitLevel.Gcse, 80, 120, "C54 D44 E35 F26 G17", Tier.Foundation), Tier.Foundation);
        var gcse = Qualification(120, "C72 D60", "A661");
        Assert.Equal(Outcome.Pending, Award(Work("A661=pending", "A661@1B25=82"), gcse, foundation).Outcome);
        Assert.Equal((Outcome.Graded, 83), (Award(Work("A661=pending", "A661@1B25=83"), gcse, foundation).Outcome, Award(Work("A661=pending", "A661@1B25=83"), gcse, foundation).Total));
    }

    [Theory]
    [InlineData("F011=64", "Not a permitted combination of units: F012 missing.")]
    [InlineData("", "Not a permitted combination of units: F011, F012 missing.")]
    public void A_missing_mandatory_unit_is_X(string marks, string reason) => AssertNoResult(reason, Certify(marks));

    [Fact]
    public void A_missing_mandatory_unit_is_the_reason_whatever_came_of_the_optional_ones()
        => AssertNoResult("Not a permitted combination of units: F011 missing.", Certify("F012=x", WithChoice));

    [Fact]
    public void Too_few_optional_units_are_X()
        => AssertNoResult("Not a permitted combination of units: 0 of 1 optional units.", Certify("F011=64", WithChoice));

    [Fact]
    public void Two_UCIs_are_X_whatever_the_marks()
    {
        var award = Award(Work("F011=64 F012=96") with { HasSingleUci = false }, AsLevel, Units);
        AssertNoResult("The candidate has more than one UCI: they must be merged first.", award);
    }

    [Fact]
    public void The_best_optional_unit_counts_and_only_as_many_as_the_option_says()
    {
        var award = Certify("F011=64 F012=90 F015=100", WithChoice);
        Assert.Equal(164, award.Total);
        Assert.Equal(["F011", "F015"], award.Counted.Select(counted => counted.Assessment.ToString()));
    }

    [Fact]
    public void The_best_of_several_sittings_counts()
    {
        var award = Certify("F011=64 F012=80", earlier: "F012@1B25=90 F012@6B25=96 F012@1B26=85");
        Assert.Equal(160, award.Total);
        Assert.Equal(["6B26", "6B25"], award.Counted.Select(counted => counted.Series.ToString()));
    }

    [Fact]
    public void Of_equal_sittings_the_later_counts()
    {
        Assert.Equal("6B26", Certify("F011=64 F012=96", earlier: "F012@1B25=96").Counted[1].Series.ToString());
        Assert.Equal("1B26", Certify("F011=64", earlier: "F012@6B25=96 F012@1B26=96").Counted[1].Series.ToString());
        Assert.Equal("6A25", Certify("F011=64", earlier: "F012@6B25=96 F012@6A25=96").Counted[1].Series.ToString()); // of one month: in code order
    }

    [Theory]
    [InlineData("F011=64 F012=absent F015=0", "F015")]
    [InlineData("F011=64 F012=0 F015=absent", "F012")]
    public void Of_equal_optional_results_one_that_was_sat_counts(string marks, string counted)
    {
        var award = Certify(marks, WithChoice);
        Assert.Equal(("U", 64, false, counted), (award.Grade.ToString(), award.Total, award.PartialAbsence, award.Counted[1].Assessment.ToString()));
    }

    [Theory]
    [InlineData("F011=64 F012=120 F015=pending")]
    [InlineData("F011=64 F012=pending F015=120")]
    public void Of_equal_optional_results_one_that_is_final_counts(string marks)
        => Assert.Equal((Outcome.Graded, 184), (Certify(marks, WithChoice).Outcome, Certify(marks, WithChoice).Total));

    [Fact]
    public void Late_certification_counts_banked_results_alone()
    {
        var award = Certify("", earlier: "F011@6B25=64 F012@6B25=96");
        Assert.Equal((160, false), (award.Total, award.PartialAbsence));
    }

    [Fact]
    public void The_endorsement_passes_through_whatever_the_outcome()
    {
        var pass = Grade.Parse("P");
        foreach (var marks in new[] { "F011=64 F012=96", "F011=64 F012=pending", "F011=64 F012=x" })
        {
            var work = Work(marks) with { CertificationEntries = [new CertificationEntry(Certified, "", pass)] };
            Assert.Equal(pass, Award(work, AsLevel, Units).Endorsement);
        }
    }

    [Fact]
    public void An_unknown_qualification_or_option_is_a_fault_that_names_it()
    {
        var unknown = Work("F011=64") with { CertificationEntries = [new CertificationEntry(QualificationCode.Parse("H999"), "", null)] };
        Assert.Contains("H999", Assert.Throws<ArgumentException>(() => Awarded(unknown, AsLevel, Units)).Message, StringComparison.Ordinal);
        Assert.Contains("6B26 has no assessment F013", Assert.Throws<ArgumentException>(() => Awarded(Work("F013=1"), AsLevel, Units)).Message, StringComparison.Ordinal);
        var route = Work("F011=64") with { CertificationEntries = [new CertificationEntry(Certified, "B", null)] };
        Assert.Contains("no option 'B'", Assert.Throws<ArgumentException>(() => Awarded(route, AsLevel, Units)).Message, StringComparison.Ordinal);
    }

    private static Award Certify(string marks, Qualification? qualification = null, string earlier = "")
        => Award(Work(marks, earlier), qualification ?? AsLevel, Units);

    private static void AssertNoResult(string reason, Award award)
    {
        Assert.Equal((Outcome.NoResult, null, null, reason), (award.Outcome, award.Grade, award.Total, award.Reason));
        Assert.Empty(award.Counted);
    }
}
