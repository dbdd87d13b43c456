using ResultsGrid.LoadTests.Nights.Clients;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Arrivals;

/// <summary>Asks one request after the other on every connection, as fast as they are answered: what a server gives, and nothing of how long people would wait.</summary>
public static class ClosedLoad
{
    /// <summary>Sends each of the requests once.</summary>
    /// <param name="hear">Called once for each, by many threads.</param>
    /// <returns>How long it took.</returns>
    public static async Task<TimeSpan> Run(
        WireAddress address, int connections, IReadOnlyList<LoadRequest> requests, Action<LoadAnswer> hear, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(hear);
        ArgumentNullException.ThrowIfNull(time);
        var clock = new NightClock(time, time.GetUtcNow());
        using var pool = new WirePool(address, WireLimits.Default, connections, clock, cancellation);
        var (began, taken) = (clock.Now, -1);
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(AskOn, cancellation)));
        return clock.Now - began;

        async Task AskOn()
        {
            for (var next = Interlocked.Increment(ref taken); next < requests.Count; next = Interlocked.Increment(ref taken)) hear(await pool.Ask(requests[next], clock.Now));
        }
    }
}
