using ResultsGrid.LoadTests.Latencies;

namespace ResultsGrid.LoadTests.Ceilings;

/// <param name="Requests">Answered.</param>
/// <param name="Errors">Of the connection, and every status of 400 and above.</param>
public sealed record WrkFigures(long Requests, TimeSpan Duration, long Errors, LatencyHistogram Latencies)
{
    public double PerSecond => Requests / Duration.TotalSeconds;
}
