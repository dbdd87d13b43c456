using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Awarding.Uniform;

/// <summary>The fixed shares of a unit's maximum uniform mark, in percent (domain 4.2: GCE A 80 to E 40, GCSE A* 90 to G 20).</summary>
internal static class BoundaryShares
{
    /// <summary>An A2 unit's A* point: a share for conversion only, no grade of the unit.</summary>
    public const int A2Star = 90;

    /// <summary>The notional N of a GCE unit.</summary>
    public const int NotionalN = 30;

    /// <summary>The Higher tier's allowed E lies half a grade below D.</summary>
    private const int AllowedE = 45;

    /// <summary>Null where the grade has no fixed share at that level.</summary>
    public static int? Of(UnitLevel level, Tier tier, Grade grade) => (level, tier, grade.ToString()) switch
    {
        (UnitLevel.Gcse, Tier.Higher, "E") => AllowedE,
        (UnitLevel.Gcse, Tier.Higher, "F" or "G") => null,
        (UnitLevel.Gcse, Tier.Foundation, "A*" or "A" or "B") => null,
        (UnitLevel.Gcse, _, "A*") => 90,
        (UnitLevel.Gcse, _, "F") => 30,
        (UnitLevel.Gcse, _, "G") => 20,
        (UnitLevel.Gcse or UnitLevel.AS or UnitLevel.A2, _, "A") => 80,
        (UnitLevel.Gcse or UnitLevel.AS or UnitLevel.A2, _, "B") => 70,
        (UnitLevel.Gcse or UnitLevel.AS or UnitLevel.A2, _, "C") => 60,
        (UnitLevel.Gcse or UnitLevel.AS or UnitLevel.A2, _, "D") => 50,
        (UnitLevel.Gcse or UnitLevel.AS or UnitLevel.A2, _, "E") => 40,
        _ => null,
    };
}
