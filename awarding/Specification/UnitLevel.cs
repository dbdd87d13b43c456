namespace ResultsGrid.Awarding.Specification;

/// <summary>Which rule converts a unit's raw mark (domain rule 4.2). A component has none.</summary>
public enum UnitLevel
{
    None,
    AS,
    A2,
    Gcse,

    /// <summary>A vocational unit: straight lines between the boundaries that its specification gives.</summary>
    Vocational,

    /// <summary>A unit whose grade earns points (Cambridge Technicals): every mark of a grade earns the same, and none below the lowest.</summary>
    GradePoints,
}
