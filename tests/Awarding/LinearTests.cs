using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Marks;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;
using static ResultsGrid.Tests.Awarding.Specimen;

namespace ResultsGrid.Tests.Awarding;

public class LinearTests
{
    private static readonly Assessment[] Papers = [Component("01", 80, 1.25m), Component("02", 80, 1m), Component("03", 60, 0.5m)];

    private static readonly Qualification ALevel = Qualification(210, "A168 B147 C126 D105 E84", "01 02 03", structure: Structure.Linear);

    [Fact]
    public void The_total_is_the_sum_of_weighted_raw_marks()
    {
        var award = Certify("01=60 02=60 03=50");
        Assert.Equal((75 + 60 + 25, "B"), (award.Total, award.Grade.ToString()));
        Assert.Equal([75m, 60m, 25m], award.Counted.Select(counted => counted.Score));
    }

    [Theory]
    [InlineData("01=61 02=60 03=50", 161)] // 161.25
    [InlineData("01=62 02=60 03=50", 163)] // 162.5: half up
    [InlineData("01=63 02=60 03=50", 164)] // 163.75
    [InlineData("01=60 02=60 03=51", 161)] // 160.5: half up
    public void Only_the_total_is_rounded(string marks, int total) => Assert.Equal(total, Certify(marks).Total);

    [Fact]
    public void Rounding_may_reach_a_boundary()
        => Assert.Equal((168, "A"), (Certify("01=62 02=65 03=50").Total, Certify("01=62 02=65 03=50").Grade.ToString())); // 167.5

    [Fact]
    public void A_weight_without_a_finite_binary_form_is_exact()
    {
        var award = Award(Work("01=5 02=5 03=5"), ALevel, Component("01", 80, 0.1m), Component("02", 80, 0.1m), Component("03", 60, 0.1m));
        Assert.Equal((2, 1.5m), (award.Total, award.Counted.Sum(counted => counted.Score)));
    }

    [Theory]
    [InlineData("01=60 02=absent 03=50", Outcome.Graded, null, true)]
    [InlineData("01=60 02=partly:10 03=50", Outcome.Graded, null, true)]
    [InlineData("01=60 02=pending 03=50", Outcome.Pending, "Not final yet: 02.", false)]
    [InlineData("01=60 02=x 03=50", Outcome.NoResult, "No result for 02.", false)]
    [InlineData("01=60 03=50", Outcome.NoResult, "Not a permitted combination of components: 02 missing.", false)]
    [InlineData("01=absent 02=absent 03=absent", Outcome.NoResult, "No work in any of the components.", false)]
    public void Every_outcome_of_a_component_shows_in_the_award(string marks, Outcome outcome, string? reason, bool partialAbsence)
    {
        var award = Certify(marks);
        Assert.Equal((outcome, reason, partialAbsence), (award.Outcome, award.Reason, award.PartialAbsence));
    }

    [Fact]
    public void A_component_s_mark_is_of_its_own_series()
    {
        var award = Award(Work("01=60 02=60 03=50", "02@6B25=80"), ALevel, Papers);
        Assert.Equal(160, award.Total);
        Assert.Equal("Not a permitted combination of components: 02 missing.", Award(Work("01=60 03=50", "02@6B25=80"), ALevel, Papers).Reason);
    }

    [Theory]
    [InlineData(59, Outcome.Pending)] // 59 of the 60 that the other paper can still come to, weighted
    [InlineData(60, Outcome.Graded)]
    public void A_pending_component_can_come_to_its_weighted_maximum(int mark, Outcome outcome)
    {
        var choice = Qualification(140, "A110", "01 ?02 ?03", unitCount: 2, structure: Structure.Linear);
        Assert.Equal(outcome, Award(Work($"01=60 02={mark} 03=pending"), choice, Component("01", 80, 1m), Component("02", 80, 1m), Component("03", 120, 0.5m)).Outcome);
    }

    [Theory]
    [InlineData("F", "120", "5"), InlineData("F", "20", "1"), InlineData("F", "19", "U")]
    [InlineData("H", "150", "9"), InlineData("H", "40", "3"), InlineData("H", "39", "U")] // 3 is the lowest allowed on Higher
    public void A_tier_is_held_to_its_own_boundaries(string option, string mark, string grade)
    {
        var gcse = Tiered();
        var code = option == "F" ? "11" : "21";
        var work = Work($"{code}={mark}") with { CertificationEntries = [new CertificationEntry(Certified, option, null)] };
        var award = Award(work, gcse, Component("11", 240, 1), Component("21", 240, 1));
        Assert.Equal((option, grade), (award.Option, award.Grade.ToString()));
    }

    [Theory]
    [InlineData(200, "9-9"), InlineData(189, "9-8"), InlineData(30, "1-1"), InlineData(29, "U")]
    public void A_linear_double_award_gives_both_halves_from_one_total(int mark, string grade)
    {
        // Seventeen grades, ten marks apart: invented boundaries.
        string[] grades = [.. Enumerable.Range(0, 17).Select(step => $"{9 - (step / 2)}-{9 - ((step + 1) / 2)}")];
        var science = Qualification(210, "A1", "01", structure: Structure.Linear);
        var option = science.Options[0] with
        {
            Boundaries = [.. grades.Select((name, step) => new GradeBoundary(Grade.Parse(name), 190 - (step * 10), null, Provenance.Invented))],
        };
        Assert.Equal(grade, Award(Work($"01={mark}"), science with { Options = [option] }, Component("01", 210, 1)).Grade.ToString());
    }

    // AS double award, 600 uniform marks: published boundaries.
    [Theory]
    [InlineData(480, "AA"), InlineData(479, "AB"), InlineData(450, "AB"), InlineData(420, "BB"), InlineData(390, "BC"), InlineData(360, "CC")]
    [InlineData(330, "CD"), InlineData(300, "DD"), InlineData(270, "DE"), InlineData(240, "EE"), InlineData(239, "U")]
    public void A_unitised_double_award_uses_its_published_boundaries(int total, string grade)
    {
        var applied = Qualification(600, "AA480 AB450 BB420 BC390 CC360 CD330 DD300 DE270 EE240", "G1 G2");
        Assert.Equal(grade, Award(Work($"G1={total - (total / 2)} G2={total / 2}"), applied, Plain("G1", 300), Plain("G2", 300)).Grade.ToString());
    }

    [Fact]
    public void Awards_stand_in_code_order_and_each_counts_for_itself()
    {
        var other = ALevel with { Code = QualificationCode.Parse("H001") };
        var work = Work("01=60 02=60 03=50") with
        {
            CertificationEntries = [new CertificationEntry(Certified, "", null), new CertificationEntry(other.Code, "", null)],
        };
        var basis = new ResultsGrid.Awarding.AwardingBasis(
            Now,
            new Dictionary<QualificationCode, Qualification> { [Certified] = ALevel, [other.Code] = other },
            Papers.ToDictionary(paper => paper.Code));
        var awards = ResultsGrid.Awarding.Awards.Of(work, basis).Awards;
        Assert.Equal([("H001", 160), ("H401", 160)], awards.Select(award => (award.Qualification.ToString(), award.Total!.Value)));
    }

    [Fact]
    public void Awards_of_one_qualification_stand_in_the_order_of_their_options()
    {
        var work = Work("11=120 21=150") with { CertificationEntries = [new CertificationEntry(Certified, "H", null), new CertificationEntry(Certified, "F", null)] };
        var awards = Awarded(work, Tiered(), Component("11", 240, 1), Component("21", 240, 1)).Awards;
        Assert.Equal([("F", "5"), ("H", "9")], awards.Select(award => (award.Option, award.Grade.ToString()!)));
    }

    private static Qualification Tiered()
    {
        var gcse = Qualification(240, "A1", "11", structure: Structure.Linear);
        return gcse with
        {
            Options =
            [
                new QualificationOption("F", Tier.Foundation, 1, [new Contribution(Code("11"), true)], Lowest((5, 120), (4, 100), (3, 80), (2, 50), (1, 20))),
                new QualificationOption("H", Tier.Higher, 1, [new Contribution(Code("21"), true)], Lowest((9, 150), (8, 130), (7, 110), (6, 90), (5, 70), (4, 50), (3, 40))),
            ],
        };
    }

    private static GradeBoundary[] Lowest(params (int Grade, int Mark)[] boundaries)
        => [.. boundaries.Select(boundary => new GradeBoundary(Grade.Parse($"{boundary.Grade}"), boundary.Mark, null, Provenance.Invented))];

    private static Award Certify(string marks) => Award(Work(marks), ALevel, Papers);
}
