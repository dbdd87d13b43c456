using ResultsGrid.Awarding.Specification;
using static ResultsGrid.Tests.Awarding.Specimen;

namespace ResultsGrid.Tests.Awarding;

public class GcseTierTests
{
    // OCR GCSE English, November 2015, and Edexcel Additional Science, June 2016: published raw marks and uniform marks.
    [Theory]
    [InlineData(Tier.Foundation, 80, 120, "C54 D44 E35 F26 G17", "72 60 48 36 24", 83)]
    [InlineData(Tier.Higher, 80, 120, "A*66 A57 B48 C40 D32 E28", "108 96 84 72 60 54", 120)]
    [InlineData(Tier.Foundation, 60, 80, "C31 D25 E19 F13 G7", "48 40 32 24 16", 55)]
    [InlineData(Tier.Higher, 60, 80, "A*51 A43 B33 C23 D13 E8", "72 64 56 48 40 36", 80)]
    [InlineData(Tier.Untiered, 60, 90, "A*54 A48 B42 C37 D30 E23 F16 G9", "81 72 63 54 45 36 27 18", 90)]
    public void Published_tier_tables_are_met(Tier tier, int maximumMark, int maximumUms, string boundaries, string published, int attainable)
    {
        var scale = Scale(UnitLevel.Gcse, maximumMark, maximumUms, boundaries, tier);
        var conversion = Conversion(scale, maximumMark);
        Assert.Equal(published, string.Join(' ', scale.Boundaries.Select(boundary => conversion.UmsOf(boundary.Mark))));
        Assert.Equal(attainable, conversion.UmsOf(maximumMark));
    }

    [Theory]
    [InlineData("A*66 A57 B48 C40 D32 E", 28)]
    [InlineData("A*51 A43 B33 C23 D13 E", 8)]
    [InlineData("A*66 A57 B48 C41 D32 E", 27)] // an odd band: the half mark goes to the candidate
    public void The_allowed_E_lies_half_a_band_below_D(string boundaries, int mark)
        => Assert.Equal(mark, Scale(UnitLevel.Gcse, 80, 120, boundaries, Tier.Higher).Boundaries[^1].Mark);

    [Theory]
    [InlineData(120, 83), InlineData(180, 125), InlineData(80, 55)]
    public void Foundation_ends_one_below_B(int maximumUms, int attainable)
        => Assert.Equal(attainable, Scale(UnitLevel.Gcse, 80, maximumUms, "C54 D44", Tier.Foundation).Scale.AttainableUms);

    [Theory]
    [InlineData(Tier.Higher, "28", "E", 54), InlineData(Tier.Higher, "27", "U", 52), InlineData(Tier.Higher, "80", "A*", 120)]
    [InlineData(Tier.Foundation, "80", "C", 83), InlineData(Tier.Foundation, "17", "G", 24), InlineData(Tier.Foundation, "16", "U", 23)]
    public void A_tier_gives_its_own_grades_only(Tier tier, string mark, string grade, int ums)
    {
        var scale = Scale(UnitLevel.Gcse, 80, 120, tier == Tier.Higher ? "A*66 A57 B48 C40 D32 E28" : "C54 D44 E35 F26 G17", tier);
        var result = Result(Unit("A661", UnitLevel.Gcse, 80, scale, tier), mark);
        Assert.Equal((grade, ums), (result.Grade.ToString(), result.Ums));
    }
}
