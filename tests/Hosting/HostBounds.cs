namespace ResultsGrid.Tests.Hosting;

/// <summary>The bounds that a test gives its host.</summary>
public sealed record HostBounds
{
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public int MaxCallsPerGrain { get; init; } = 1_000;

    public int MaxActivations { get; init; } = 1_000;

    public TimeSpan IdleAge { get; init; } = TimeSpan.FromMinutes(10);
}
