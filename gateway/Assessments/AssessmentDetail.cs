namespace ResultsGrid.Gateway.Assessments;

/// <summary>One unit, component or qualification with the centre's candidates.</summary>
/// <param name="Maximum">Raw marks of an assessment, total of a qualification.</param>
/// <param name="Boundaries">Null before candidate release.</param>
/// <param name="National">Null before candidate release.</param>
public sealed record AssessmentDetail(
    int Version,
    string Code,
    string Title,
    string Kind,
    int Maximum,
    int? MaximumUms,
    Distribution Centre,
    IReadOnlyList<AssessmentCandidate> Candidates,
    IReadOnlyList<Boundary>? Boundaries,
    Distribution? National);
