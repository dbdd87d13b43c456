namespace ResultsGrid.LoadTests.Overloads;

/// <summary>Max-min fairness: who asks for little gets all of it, and the others share what is left alike.</summary>
public static class FairShares
{
    /// <param name="asked">By each.</param>
    /// <param name="capacity">Of all together.</param>
    /// <returns>What each should get, in the same order.</returns>
    public static IReadOnlyList<double> Of(IReadOnlyList<double> asked, double capacity)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var (level, left, still) = (0.0, capacity, asked.Count);
        foreach (var next in asked.Order())
        {
            // All who are still here could have as much as this one asks for: it has it, and they share the rest.
            level = Math.Min(next, left / still);
            left -= level;
            still--;
        }

        return [.. asked.Select(one => Math.Min(one, level))];
    }
}
