using ResultsGrid.LoadTests.Latencies;

namespace ResultsGrid.LoadTests.Nights.Figures;

/// <summary>One second of the night.</summary>
public sealed class SecondFigures
{
    private int arrivals;
    private int answers;
    private int errors;
    private long bytes;

    /// <summary>Requests that were due in it.</summary>
    public int Arrivals => arrivals;

    /// <summary>Requests whose answer ended in it.</summary>
    public int Answers => answers;

    /// <summary>Answers of 5xx or 429, and requests without a whole answer, that ended in it.</summary>
    public int Errors => errors;

    /// <summary>Of bodies whose answer ended in it.</summary>
    public long Bytes => bytes;

    /// <summary>Of the requests answered in it, but for sign-ins: hashing a password takes long on purpose.</summary>
    public LatencyHistogram Latencies { get; } = new();

    internal void CountArrival() => Interlocked.Increment(ref arrivals);

    internal void CountAnswer() => Interlocked.Increment(ref answers);

    internal void CountError() => Interlocked.Increment(ref errors);

    internal void CountBytes(long more) => Interlocked.Add(ref bytes, more);
}
