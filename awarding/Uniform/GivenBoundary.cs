using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Awarding.Uniform;

/// <summary>A unit boundary as the board gives it, before it is completed.</summary>
/// <param name="Mark">Raw mark; null only for the Higher tier's allowed E.</param>
/// <param name="Ums">Null where the fixed share of the unit's maximum is meant.</param>
/// <param name="Provenance">Where <paramref name="Mark"/> comes from.</param>
public sealed record GivenBoundary(Grade Grade, int? Mark, int? Ums, Provenance Provenance);
