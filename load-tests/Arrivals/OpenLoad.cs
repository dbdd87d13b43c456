using ResultsGrid.LoadTests.Nights.Clients;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Arrivals;

/// <summary>Sends requests at their moments, however long earlier ones take: a slow server meets as many as a fast one.</summary>
public static class OpenLoad
{
    /// <summary>Returns when the last answer is there.</summary>
    /// <param name="maxConnections">Open at once; more requests wait for one, which is in their latency.</param>
    /// <param name="hear">Called once for each arrival, by many threads.</param>
    public static async Task Run(
        WireAddress address, WireLimits limits, int maxConnections, IReadOnlyList<Arrival> arrivals, Action<LoadAnswer> hear, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arrivals);
        ArgumentNullException.ThrowIfNull(hear);
        ArgumentNullException.ThrowIfNull(time);
        var clock = new NightClock(time, time.GetUtcNow());
        using var pool = new WirePool(address, limits, maxConnections, clock, cancellation);
        var asked = new List<Task>(arrivals.Count);
        foreach (var arrival in arrivals)
        {
            await clock.Until(arrival.Due, cancellation);
            asked.Add(Ask(arrival));
        }

        await Task.WhenAll(asked);

        async Task Ask(Arrival arrival) => hear(await pool.Ask(arrival.Request, arrival.Due));
    }
}
