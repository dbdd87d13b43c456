using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Awarding.Specification;

/// <summary>The lowest mark that earns a grade.</summary>
/// <param name="Grade">The grade earned.</param>
/// <param name="Mark">Lowest mark: raw for an assessment, uniform or weighted total for a qualification.</param>
/// <param name="Ums">For a unit, the uniform mark that <paramref name="Mark"/> converts to; null elsewhere.</param>
/// <param name="Provenance">Where the figure comes from.</param>
public sealed record GradeBoundary(Grade Grade, int Mark, int? Ums, Provenance Provenance);
