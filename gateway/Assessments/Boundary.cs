using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Gateway.Assessments;

/// <summary>A published grade boundary.</summary>
/// <param name="Option">Of a qualification with several routes: which one.</param>
public sealed record Boundary(string? Option, Grade Grade, int Mark, int? Ums, Provenance Provenance);
