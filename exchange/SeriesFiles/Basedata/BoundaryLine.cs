using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Exchange.SeriesFiles.Basedata;

/// <summary>A boundary as a line of a file gives it; what a unit may leave blank is null.</summary>
internal sealed record BoundaryLine(int Line, Grade Grade, int? Mark, int? Ums, Provenance Provenance);
