namespace ResultsGrid.Awarding.Specification;

/// <summary>A route to a qualification: its assessments and the boundaries that its total is held to.</summary>
/// <param name="Code">Up to 2 capital letters or digits as entered; empty where the qualification has one route.</param>
/// <param name="UnitCount">How many assessments count: the mandatory ones and then the best optional ones.</param>
/// <param name="Boundaries">Lowest total for each grade (uniform marks or weighted marks), highest first; a tier lists only its own grades.</param>
public sealed record QualificationOption(
    string Code,
    Tier Tier,
    int UnitCount,
    IReadOnlyList<Contribution> Contributions,
    IReadOnlyList<GradeBoundary> Boundaries);
