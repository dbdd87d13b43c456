using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Awarding.Uniform;
using static ResultsGrid.Tests.Awarding.Specimen;

namespace ResultsGrid.Tests.Awarding;

public class UniformScalesTests
{
    [Theory]
    [InlineData(60, "54 48 42 36 30 24"), InlineData(80, "72 64 56 48 40 32"), InlineData(90, "81 72 63 54 45 36")]
    [InlineData(100, "90 80 70 60 50 40"), InlineData(120, "108 96 84 72 60 48"), InlineData(150, "135 120 105 90 75 60")]
    [InlineData(180, "162 144 126 108 90 72"), InlineData(300, "270 240 210 180 150 120")]
    public void Gcse_boundaries_are_fixed_shares(int maximumUms, string published)
        => Assert.Equal(published, string.Join(' ', Shares(UnitLevel.Gcse, "A* A B C D E", maximumUms)));

    [Theory]
    [InlineData(105, "84 74 63 53 42")] // 73.5 and 52.5 are printed rounded up
    [InlineData(80, "64 56 48 40 32"), InlineData(120, "96 84 72 60 48"), InlineData(140, "112 98 84 70 56"), InlineData(300, "240 210 180 150 120")]
    public void Gce_boundaries_are_fixed_shares_rounded_half_up(int maximumUms, string published)
    {
        Assert.Equal(published, string.Join(' ', Shares(UnitLevel.AS, "A B C D E", maximumUms)));
        Assert.Equal(published, string.Join(' ', Shares(UnitLevel.A2, "A B C D E", maximumUms)));
    }

    [Theory]
    [InlineData(UnitLevel.A2, Tier.Untiered, "A*")]
    [InlineData(UnitLevel.Gcse, Tier.Foundation, "A*")]
    [InlineData(UnitLevel.Gcse, Tier.Foundation, "A")]
    [InlineData(UnitLevel.Gcse, Tier.Foundation, "B")]
    [InlineData(UnitLevel.Gcse, Tier.Higher, "F")]
    [InlineData(UnitLevel.Gcse, Tier.Higher, "G")]
    [InlineData(UnitLevel.Gcse, Tier.Untiered, "9")]
    [InlineData(UnitLevel.Vocational, Tier.Untiered, "P")]
    public void A_grade_that_the_unit_cannot_give_has_no_share(UnitLevel level, Tier tier, string grade)
        => Assert.Null(UniformScales.BoundaryUms(level, tier, Grade.Parse(grade), 100));

    [Theory]
    [InlineData("A57 B51 C46 D41 E36", 80, 63, 69)] // published: summer 2014
    [InlineData("A60 B54 C48 D42 E37", 80, 66, 72)] // published: summer 2015
    [InlineData("A65 B58 C51 D44 E38", 90, 72, 79)] // published: Chemistry unit 5, January 2011
    [InlineData("A69 B61 C53 D45 E38", 80, 74, 79)] // no room for a whole band: half-way to the maximum
    [InlineData("A79 B70 C60 D50 E40", 80, null, null)] // no mark between A and the maximum
    public void An_A2_unit_has_its_A_star_point_and_cap_by_rule(string boundaries, int maximumMark, int? aStar, int? cap)
    {
        var scale = Scale(UnitLevel.A2, maximumMark, 120, boundaries).Scale;
        Assert.Equal(aStar is { } mark ? new ConversionPoint(mark, 108, Provenance.Computed) : null, scale.AStar);
        Assert.Equal(cap is { } capMark ? new ConversionPoint(capMark, 120, Provenance.Computed) : null, scale.Cap);
    }

    [Fact]
    public void A_moved_A_star_point_is_kept_and_moves_the_cap()
    {
        var scale = Scale(UnitLevel.A2, 80, 120, "A57 B51 C46 D41 E36", aStarMark: 65).Scale;
        Assert.Equal(new ConversionPoint(65, 108, Provenance.Given), scale.AStar);
        Assert.Equal(new ConversionPoint(73, 120, Provenance.Computed), scale.Cap);
    }

    [Theory]
    [InlineData("A60 B54 C48 D42 E36", 72)]
    [InlineData("A64 B56 C48 D40 E32", 80)]
    [InlineData("A66 B58 C51 D44 E37", null)] // 82 of 80: the line runs to the paper's maximum
    public void An_AS_unit_has_its_cap_two_bands_above_A_if_the_paper_goes_so_far(string boundaries, int? cap)
    {
        var scale = Scale(UnitLevel.AS, 80, 120, boundaries).Scale;
        Assert.Equal(cap, scale.Cap?.RawMark);
        Assert.Null(scale.AStar);
    }

    [Fact]
    public void A_given_cap_is_kept_and_none_means_none()
    {
        Assert.Equal(new ConversionPoint(75, 120, Provenance.Given), Scale(UnitLevel.AS, 80, 120, "A60 B54", cap: new CapMark.At(75)).Scale.Cap);
        Assert.Null(Scale(UnitLevel.AS, 80, 120, "A60 B54", cap: new CapMark.None()).Scale.Cap);
        Assert.Null(Scale(UnitLevel.Gcse, 80, 120, "A60 B54").Scale.Cap);
    }

    [Fact]
    public void The_notional_N_matches_the_published_one()
    {
        var scale = Scale(UnitLevel.A2, 90, 90, "A65 B58 C51 D44 E38", belowLowest: BelowLowest.NotionalN).Scale;
        Assert.Equal(new ConversionPoint(32, 27, Provenance.Computed), scale.NotionalN);
        var given = Scale(UnitLevel.A2, 90, 90, "A65 B58 C51 D44 E38", belowLowest: BelowLowest.NotionalN, nMark: 31).Scale;
        Assert.Equal(new ConversionPoint(31, 27, Provenance.Given), given.NotionalN);
    }

    [Fact]
    public void Given_figures_keep_their_provenance_and_are_not_recomputed()
    {
        var boundaries = Scale(UnitLevel.Gcse, 80, 120, "A*66 A57 B48=85 C40 D32 E", Tier.Higher).Boundaries;
        Assert.Equal(new GradeBoundary(Grade.Parse("B"), 48, 85, Provenance.Published), boundaries[2]);
        Assert.Equal(new GradeBoundary(Grade.Parse("E"), 28, 54, Provenance.Computed), boundaries[5]);
        Assert.Equal(new GradeBoundary(Grade.Parse("D"), 32, 60, Provenance.Published), boundaries[4]);
    }

    [Theory]
    [InlineData(UnitLevel.Vocational, "P20", "Grade P has no fixed share")]
    [InlineData(UnitLevel.AS, "A60 B", "The mark of grade B must be given")]
    [InlineData(UnitLevel.AS, "B54 C48", "The cap is computed from the A boundary")]
    [InlineData(UnitLevel.A2, "A*66 A60 B54", "graded to A")]
    [InlineData(UnitLevel.None, "A60 B54", "needs a level")]
    public void What_the_rule_cannot_complete_is_refused_with_the_reason(UnitLevel level, string boundaries, string reason)
    {
        var refusal = Assert.Throws<ArgumentException>(() => Scale(level, 80, 120, boundaries));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_that_the_unit_does_not_have_are_refused_with_the_reason()
    {
        Refused("Only an A2 unit has an A* point.", () => Scale(UnitLevel.AS, 80, 120, "A60 B54", aStarMark: 70));
        Refused("An N mark is given, but the unit converts straight to zero.", () => Scale(UnitLevel.AS, 80, 120, "A60 B54", nMark: 20));
        Refused("Only AS and A2 units convert through a notional N.", () => Scale(UnitLevel.Gcse, 80, 120, "A60 B54 C48 D42 E36", belowLowest: BelowLowest.NotionalN));
    }

    [Fact]
    public void A_computed_mark_below_1_is_refused_with_the_reason()
    {
        const string N = "N, as far below E (20) as E is below D (40), lies below 1: its mark must be given.";
        Refused(N, () => Scale(UnitLevel.AS, 80, 120, "A60 B54 C48 D40 E20", belowLowest: BelowLowest.NotionalN));
        Assert.Equal(1, Scale(UnitLevel.AS, 80, 120, "A60 B54 C48 D39 E20", belowLowest: BelowLowest.NotionalN).Scale.NotionalN!.RawMark);
        const string E = "Half a band below D (13, with C at 39) lies below 1: the mark of E must be given.";
        Refused(E, () => Scale(UnitLevel.Gcse, 80, 120, "C39 D13 E", Tier.Higher));
        Assert.Equal(1, Scale(UnitLevel.Gcse, 80, 120, "C37 D13 E", Tier.Higher).Boundaries[2].Mark);
    }

    [Theory]
    [InlineData(UnitLevel.AS, "B54 C48", "The cap", "A")]
    [InlineData(UnitLevel.AS, "A60 C48", "The cap", "B")]
    [InlineData(UnitLevel.A2, "B54 C48", "The A* point", "A")]
    [InlineData(UnitLevel.A2, "A60 C48", "The A* point", "B")]
    [InlineData(UnitLevel.Gcse, "D32 E", "The Higher tier's E", "C")]
    [InlineData(UnitLevel.Gcse, "C40 E", "The Higher tier's E", "D")]
    public void A_boundary_that_a_rule_computes_from_is_named_where_it_is_missing(UnitLevel level, string boundaries, string computed, string grade)
        => Refused(MissingFor(computed, grade), () => Scale(level, 80, 120, boundaries, level == UnitLevel.Gcse ? Tier.Higher : Tier.Untiered));

    [Fact]
    public void A_boundary_that_a_given_point_s_rule_needs_is_named_where_it_is_missing()
    {
        Refused(MissingFor("The cap", "A"), () => Scale(UnitLevel.A2, 80, 120, "B54 C48", aStarMark: 70));
        Refused(MissingFor("The notional N", "D"), () => Scale(UnitLevel.AS, 80, 120, "A60 B54 C48 E36", belowLowest: BelowLowest.NotionalN));
        Refused(MissingFor("The notional N", "E"), () => Scale(UnitLevel.AS, 80, 120, "A60 B54 C48 D42", belowLowest: BelowLowest.NotionalN));
    }

    [Fact]
    public void A_given_attainable_mark_is_kept()
        => Assert.Equal((90, 90), (Scale(UnitLevel.Gcse, 80, 120, "C54 D44", Tier.Foundation, attainableUms: 90).Scale.AttainableUms, Scale(UnitLevel.Gcse, 80, 120, "A60", attainableUms: 90).Scale.AttainableUms));

    private static string MissingFor(string computed, string grade)
        => $"{computed} is computed from the {grade} boundary, which is missing: give the one or the other.";

    private static void Refused(string reason, Action complete) => Assert.Equal(reason, Assert.Throws<ArgumentException>(complete).Message);

    private static IEnumerable<int?> Shares(UnitLevel level, string grades, int maximumUms)
        => grades.Split(' ').Select(grade => UniformScales.BoundaryUms(level, Tier.Untiered, Grade.Parse(grade), maximumUms));
}
