using ResultsGrid.LoadTests.Arrivals;

namespace ResultsGrid.LoadTests.Overloads;

/// <summary>What one centre asked for and got.</summary>
public sealed class CentreFigures
{
    private int asked;
    private int good;
    private int speechless;

    public int Asked => asked;

    /// <summary>Served, whole and in time.</summary>
    public int Good => good;

    /// <summary>Refused without a Retry-After.</summary>
    public int Speechless => speechless;

    internal void Hear(LoadAnswer answer)
    {
        Interlocked.Increment(ref asked);
        if (answer.IsServed && answer.Latency <= OverloadPlan.GoodWithin) Interlocked.Increment(ref good);
        if (answer is { Outcome: "503", RetryAfter: null }) Interlocked.Increment(ref speechless);
    }
}
