namespace ResultsGrid.Grains.Hosting;

/// <summary>The bounds of grains in a cluster.</summary>
public sealed record GrainBounds
{
    /// <param name="isCluster">Grains may be on other machines, which may die. On one machine a call that takes long is a busy disk's, and asking again would not help it.</param>
    public static GrainBounds For(bool isCluster) => isCluster ? new() : new() { CallTimeout = TimeSpan.FromSeconds(30) };

    /// <summary>How long a caller waits before it gets a <see cref="TimeoutException"/>.</summary>
    /// <remarks>A call to a grain on a killed node fails as soon as the node is declared dead; this bounds the calls that wait behind it.</remarks>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The most calls, running and waiting, that one grain holds; one more is refused at once.</summary>
    public int MaxCallsPerGrain { get; init; } = 1_000;

    /// <summary>A grain unused for this long leaves memory.</summary>
    public TimeSpan IdleAge { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often idle grains are looked for.</summary>
    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromMinutes(1);
}
