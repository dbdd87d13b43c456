namespace ResultsGrid.LoadTests.Ceilings;

/// <param name="Requests">Answered.</param>
/// <param name="Errors">Of the connection, and every status of 400 and above.</param>
public sealed record WrkFigures(long Requests, TimeSpan Duration, long Errors, TimeSpan Median, TimeSpan Percentile99, TimeSpan Percentile999)
{
    public double PerSecond => Requests / Duration.TotalSeconds;
}
