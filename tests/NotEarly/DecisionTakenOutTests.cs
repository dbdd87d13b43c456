using ResultsGrid.Grains.Release;
using ResultsGrid.Tests.Access;

namespace ResultsGrid.Tests.NotEarly;

/// <summary>That the comparison can fail: with the decision taken out of any one route, it does.</summary>
public abstract class DecisionTakenOutTests(TwoStores stores)
{
    private const int Seed = 7;
    private static readonly DateTimeOffset Restricted = new(2026, 8, 12, 23, 1, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Candidates = new(2026, 8, 14, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Every_route_that_shows_a_result_asks_for_the_decision_and_without_it_the_stores_differ()
    {
        await using var twins = await stores.Open(Restricted.AddDays(-1), ("2026-08-13T00:01", "2026-08-14T08:00"));
        twins.Expect(Restricted, Candidates);
        var sweep = new Sweep(twins, Seed);
        twins.Reach(Restricted.AddTicks(-1));
        await sweep.Run(oddly: 0);
        twins.Reach(Restricted);
        await sweep.Run(oddly: 0);

        // Asked since the start, hence also what asks only once results may be read.
        var asked = twins.Gateways[0].Leak.Asked.Keys.ToHashSet();
        Assert.Equal(Guarded().Order(), asked.Select(decision => $"{decision.Subject} at {decision.Route}").Order());

        // Here officers read results and nobody reads boundaries yet: whichever decision is taken out, somebody gains by it.
        twins.Reach(Candidates.AddTicks(-1));
        List<Decision> unnoticed = [];
        foreach (var decision in asked)
        {
            foreach (var twin in twins.Gateways) twin.Leak.At = decision;
            if (await sweep.FindDifference([.. KnownRoutes.All.Where(route => route.Pattern == decision.Route)]) is null) unnoticed.Add(decision);
        }

        Assert.True(unnoticed.Count == 0, $"Taken out and not noticed (seed {Seed}): {string.Join(", ", unnoticed)}");
        foreach (var twin in twins.Gateways) twin.Leak.At = null;
        await sweep.Run(oddly: 0);
    }

    /// <summary>Written out from the table of routes, and one that decides twice: an assessment's boundaries come later than its results.</summary>
    private static IEnumerable<string> Guarded()
    {
        foreach (var pattern in KnownRoutes.All.Where(route => route.Protection is Protection.Results or Protection.Centre).Select(route => route.Pattern).Distinct())
            yield return $"{Subject.CentreResults} at {pattern}";
        foreach (var route in KnownRoutes.All.Where(route => route.Protection == Protection.Announcement || route is { Protection: Protection.Results, Names: "code" }))
            yield return $"{Subject.BoundariesAndStatistics} at {route.Pattern}";
    }
}

[Collection(TwoStoresCollection.Name)]
public sealed class DecisionTakenOutOnOneNodeTests(TwoStores stores) : DecisionTakenOutTests(stores);

[Collection(TwoStoresOnAClusterCollection.Name)]
public sealed class DecisionTakenOutOnAClusterTests(TwoStoresOnACluster stores) : DecisionTakenOutTests(stores);
