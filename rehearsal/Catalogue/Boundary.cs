using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Rehearsal.Catalogue;

/// <summary>A line of a boundary file. Null marks are left blank, for the load to compute.</summary>
internal sealed record Boundary(string Grade, int? Mark, int? Ums, Provenance Provenance);
