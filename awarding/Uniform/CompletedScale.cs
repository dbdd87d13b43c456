using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Awarding.Uniform;

/// <summary>A unit's boundaries and scale with nothing left blank: stored, and never recomputed.</summary>
/// <param name="Boundaries">In the order given, each with its uniform mark.</param>
public sealed record CompletedScale(IReadOnlyList<GradeBoundary> Boundaries, UniformScale Scale);
