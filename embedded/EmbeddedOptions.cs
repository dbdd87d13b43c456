namespace ResultsGrid.Embedded;

/// <summary>The bounds of the one-process host.</summary>
public sealed record EmbeddedOptions
{
    /// <summary>How long a caller waits before it gets a <see cref="TimeoutException"/>; checked every <see cref="SweepInterval"/>.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most calls, running and waiting, that one grain holds; one more is refused at once.</summary>
    public int MaxCallsPerGrain { get; init; } = 1_000;

    /// <summary>The most grains in memory. About 1 KB each beside their state.</summary>
    public int MaxActivations { get; init; } = 50_000;

    /// <summary>A grain unused for this long leaves memory.</summary>
    public TimeSpan IdleAge { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often overdue calls and idle grains are looked for.</summary>
    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Sends every argument and result through the contracts' JSON and back, as a cluster would: for tests.</summary>
    public bool RoundTripContracts { get; init; }
}
