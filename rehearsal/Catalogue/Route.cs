using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Rehearsal.Catalogue;

/// <summary>A line of options.csv with its contributions and boundaries.</summary>
/// <param name="Option">Blank where the qualification has one route.</param>
internal sealed record Route(string Option, Tier Tier, int UnitCount, IReadOnlyList<Part> Parts, IReadOnlyList<Boundary> Boundaries)
{
    public bool HasChoice => Parts.Any(part => !part.Mandatory);

    /// <summary>The one route of an untiered qualification, all of it mandatory.</summary>
    public static Route Only(IReadOnlyList<Boundary> boundaries, params Part[] parts)
        => new("", Tier.Untiered, parts.Length, parts, boundaries);

    public static Route Tiered(Tier tier, IReadOnlyList<Boundary> boundaries, params Part[] parts)
        => new(tier == Tier.Foundation ? "F" : "H", tier, parts.Length, parts, boundaries);
}
