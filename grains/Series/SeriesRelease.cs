namespace ResultsGrid.Grains.Series;

/// <summary>A series' schedules: the one in force and the one that waits, either of which may be missing.</summary>
[GenerateSerializer, Immutable, Alias("SeriesRelease")]
public sealed record SeriesRelease([property: Id(0)] Approval? Approved, [property: Id(1)] Proposal? Proposed);
