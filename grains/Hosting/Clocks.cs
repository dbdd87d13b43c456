namespace ResultsGrid.Grains.Hosting;

/// <summary>The names of the clocks that services are given.</summary>
public static class Clocks
{
    /// <summary>The clock that decides what is open: every grain and gateway service asks this one, and a test may stop it.</summary>
    /// <remarks>
    /// A constant, for Orleans registers the machine's clock under any key: a misspelt one would silently give that. Orleans
    /// itself, leases and time limits go by the machine's clock, which no test stops.
    /// </remarks>
    public const string Service = "service";
}
