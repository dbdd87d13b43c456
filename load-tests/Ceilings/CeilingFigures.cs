using ResultsGrid.LoadTests.Latencies;

namespace ResultsGrid.LoadTests.Ceilings;

/// <summary>What one contestant did in one discipline; each figure the median of the rounds.</summary>
/// <param name="Bytes">Of a body, on average.</param>
/// <param name="Processor">The server's, for each request.</param>
/// <param name="Latencies">Of all rounds together.</param>
public sealed record CeilingFigures(
    Discipline Discipline, double Bytes, string Contestant, double PerSecond, TimeSpan Median, TimeSpan Percentile99, TimeSpan Percentile999, TimeSpan Processor, long Errors, LatencyHistogram Latencies);
