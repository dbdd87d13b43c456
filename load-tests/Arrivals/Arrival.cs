namespace ResultsGrid.LoadTests.Arrivals;

/// <summary>A request that comes at its moment, whatever became of those before it.</summary>
/// <param name="Due">Since the load began.</param>
public sealed record Arrival(TimeSpan Due, LoadRequest Request)
{
    /// <summary>Arrivals at random moments (a Poisson process), in order.</summary>
    /// <param name="perSecond">On average.</param>
    /// <param name="next">Who comes.</param>
    public static IReadOnlyList<Arrival> Draw(double perSecond, TimeSpan duration, Random chance, Func<Random, LoadRequest> next)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(perSecond);
        ArgumentNullException.ThrowIfNull(chance);
        ArgumentNullException.ThrowIfNull(next);
        var arrivals = new List<Arrival>();
        for (var due = Gap(); due < duration; due += Gap()) arrivals.Add(new Arrival(due, next(chance)));
        return arrivals;

        TimeSpan Gap() => TimeSpan.FromSeconds(-Math.Log(1 - chance.NextDouble()) / perSecond);
    }
}
