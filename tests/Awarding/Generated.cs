using FsCheck;
using FsCheck.Fluent;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Awarding.Uniform;
using static ResultsGrid.Tests.Awarding.Specimen;

namespace ResultsGrid.Tests.Awarding;

/// <summary>Random valid scales and candidates.</summary>
internal static class Generated
{
    private static readonly int[] MaximumUms = [60, 80, 90, 100, 105, 120, 140, 150, 180, 300];

    private static readonly (UnitLevel Level, Tier Tier, string Grades)[] Kinds =
    [
        (UnitLevel.AS, Tier.Untiered, "A B C D E"),
        (UnitLevel.A2, Tier.Untiered, "A B C D E"),
        (UnitLevel.Gcse, Tier.Untiered, "A* A B C D E F G"),
        (UnitLevel.Gcse, Tier.Higher, "A* A B C D E"),
        (UnitLevel.Gcse, Tier.Foundation, "C D E F G"),
        (UnitLevel.Vocational, Tier.Untiered, "D M P"),
    ];

    /// <summary>Units of every level and tier, with and without cap and N, boundaries anywhere on the paper.</summary>
    public static Gen<Assessment> Units
        => from kind in Gen.Elements(Kinds)
           let grades = kind.Grades.Split(' ')
           from maximumMark in Gen.Choose(20, 200)
           from maximumUms in Gen.Elements(MaximumUms)
           from marks in Gen.Choose(1, maximumMark - 1).ArrayOf(grades.Length * 2)
           from ums in Gen.Choose(1, maximumUms).ArrayOf(grades.Length * 2)
           from throughN in Gen.Elements(false, true)
           from capped in Gen.Elements(false, true)
           let unit = TryUnit(kind, grades, maximumMark, maximumUms, Falling(marks), Falling(ums), throughN, capped)
           where unit is not null
           select unit;

    /// <summary>Up to seven units of whole-number uniform marks with this series' mark, an earlier result, or both.</summary>
    public static Gen<Portfolio> Portfolios
        => from count in Gen.Choose(2, 7)
           from units in UnitsOfPortfolio(count)
           from optional in Gen.Choose(0, Math.Min(3, count - 1))
           from left in Gen.Choose(0, optional)
           from share in Gen.Elements(0, 25, 40, 60, 100)
           select new Portfolio(units, optional, count - left, share);

    private static Gen<PortfolioUnit[]> UnitsOfPortfolio(int count)
        => (from maximum in Gen.Elements(40, 60, 100)
            from current in Gen.Choose(-10, maximum)
            from earlier in Gen.Choose(-30, maximum)
            select new PortfolioUnit(maximum, current < 0 ? null : current, earlier < 0 ? null : earlier)).ArrayOf(count);

    private static int[] Falling(int[] numbers) => [.. numbers.Distinct().OrderDescending()];

    private static Assessment? TryUnit(
        (UnitLevel Level, Tier Tier, string Grades) kind, string[] grades, int maximumMark, int maximumUms, int[] marks, int[] ums, bool throughN, bool capped)
    {
        if (marks.Length < grades.Length || ums.Length < grades.Length) return null;
        var isVocational = kind.Level == UnitLevel.Vocational;
        var isGce = kind.Level is UnitLevel.AS or UnitLevel.A2;
        GivenBoundary[] boundaries = [.. grades.Select((grade, index)
            => new GivenBoundary(Grade.Parse(grade), marks[index], isVocational ? ums[index] : null, Provenance.Invented))];
        try
        {
            var below = isGce && throughN ? BelowLowest.NotionalN : BelowLowest.DirectToZero;
            CapMark cap = capped ? new CapMark.ByRule() : new CapMark.None();
            var scale = UniformScales.Complete(kind.Level, kind.Tier, maximumMark, maximumUms, null, below, null, cap, null, boundaries);
            return UniformConversion.WhyNot(scale.Boundaries, scale.Scale, maximumMark) is null
                ? Unit("F011", kind.Level, maximumMark, scale, kind.Tier)
                : null;
        }
        catch (ArgumentException)
        {
            return null; // N below 1: boundaries that no board would set
        }
    }
}
