using ResultsGrid.LoadTests.Arrivals;
using ResultsGrid.LoadTests.Promises;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Overloads;

/// <summary>Asks a server for more than it can, on a clock, and looks what it still serves, whom, and how fast it refuses the rest.</summary>
/// <param name="requests">One of each centre.</param>
public sealed class Overload(WireAddress address, IReadOnlyList<LoadRequest> requests, OverloadPlan plan, TimeProvider time)
{
    private const int MaxConnections = 2_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    public async Task<DrillReport> Run(CancellationToken cancellation)
    {
        var crowd = new Crowd(requests);
        await Load(crowd, load: 1, WarmUp, cancellation);
        var seen = new List<OverloadFigures>();
        foreach (var load in OverloadPlan.Loads) seen.Add(await Load(crowd, load, plan.Duration, cancellation));
        return OverloadReport.Of(plan, crowd, seen);
    }

    private async Task<OverloadFigures> Load(Crowd crowd, double load, TimeSpan duration, CancellationToken cancellation)
    {
        var figures = new OverloadFigures(load, duration);
        var arrivals = Arrival.Draw(load * plan.Capacity, duration, new Random(plan.Seed), crowd.Next);
        await OpenLoad.Run(address, WireLimits.Default, MaxConnections, arrivals, figures.Hear, time, cancellation);
        return figures;
    }
}
