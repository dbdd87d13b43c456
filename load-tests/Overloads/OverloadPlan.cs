namespace ResultsGrid.LoadTests.Overloads;

/// <param name="Capacity">What the server can serve in a second.</param>
/// <param name="Duration">Of each load.</param>
public sealed record OverloadPlan(double Capacity, TimeSpan Duration, int Seed)
{
    /// <summary>As multiples of the capacity, in order.</summary>
    public static IReadOnlyList<double> Loads { get; } = [0.5, 1, 2, 3];

    /// <summary>Whoever waits longer than this has given up.</summary>
    public static TimeSpan GoodWithin { get; } = TimeSpan.FromSeconds(2);
}
