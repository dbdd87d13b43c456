namespace ResultsGrid.LoadTests.Ceilings;

/// <summary>What one contestant did in one discipline; each figure the median of the rounds.</summary>
/// <param name="Bytes">Of a body, on average.</param>
/// <param name="Processor">The server's, for each request.</param>
public sealed record CeilingFigures(
    string Discipline, double Bytes, string Contestant, double PerSecond, TimeSpan Median, TimeSpan Percentile99, TimeSpan Percentile999, TimeSpan Processor, long Errors);
