namespace ResultsGrid.Grains.Series;

/// <summary>A series' schedules: the one in force and the one that waits, either of which may be missing.</summary>
public sealed record SeriesRelease(Approval? Approved, Proposal? Proposed);
