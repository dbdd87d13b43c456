namespace ResultsGrid.Gateway.Assessments;

/// <summary>Boundaries and national statistics of one unit, component or qualification, open to everyone from candidate release.</summary>
public sealed record PublicAssessment(
    string Code, string Title, string Kind, int Maximum, int? MaximumUms, IReadOnlyList<Boundary> Boundaries, Distribution? National);
