using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Rehearsal.Catalogue;

/// <summary>Uniform mark boundaries as percentages of a unit's maximum (domain 4.2).</summary>
internal static class PublishedShares
{
    /// <exception cref="InvalidOperationException">The level has no such grade: a fault in the catalogue.</exception>
    public static decimal Percent(UnitLevel level, Tier tier, string grade) => (level, grade) switch
    {
        (UnitLevel.Gcse, "E") when tier == Tier.Higher => 45,
        (UnitLevel.Gcse, "A*") => 90,
        (UnitLevel.Gcse, [>= 'A' and <= 'G' and var letter]) => 80 - 10 * (letter - 'A'),
        (UnitLevel.AS or UnitLevel.A2, [>= 'A' and <= 'E' and var letter]) => 80 - 10 * (letter - 'A'),
        _ => throw new InvalidOperationException($"No published share for grade {grade} of a {level} unit."),
    };
}
