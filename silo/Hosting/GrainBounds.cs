namespace ResultsGrid.Silo.Hosting;

/// <summary>The bounds of grains in a cluster.</summary>
public sealed record GrainBounds
{
    /// <summary>How long a caller waits before it gets a <see cref="TimeoutException"/>.</summary>
    /// <remarks>A call to a grain on a killed node fails as soon as the node is declared dead; this bounds the calls that wait behind it.</remarks>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The most calls, running and waiting, that one grain holds; one more is refused at once. As on the embedded host.</summary>
    public int MaxCallsPerGrain { get; init; } = 1_000;

    /// <summary>A grain unused for this long leaves memory. As on the embedded host.</summary>
    public TimeSpan IdleAge { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often idle grains are looked for.</summary>
    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromMinutes(1);
}
