namespace ResultsGrid.Grains.Downloads;

/// <summary>An entry as a log holds it.</summary>
/// <param name="Sequence">1, 2, ... within its log.</param>
public readonly record struct NumberedDownload(long Sequence, Download Download);
