using System.Globalization;
using ResultsGrid.LoadTests.Promises;
using ResultsGrid.LoadTests.Reports;

namespace ResultsGrid.LoadTests.Clusters;

/// <summary>What a cluster's drill has seen so far.</summary>
internal sealed class ClusterFindings(ClusterPlan plan)
{
    private readonly List<Promise> promises = [];
    private readonly List<IReadOnlyList<string>> loads = [];

    public DrillReport Report => new(
        string.Create(CultureInfo.InvariantCulture, $"A cluster of {plan.Nodes} nodes, {plan.Centres} centres, seed {plan.Seed}"),
        [new ReportTable("Downloads around each blow", ["Blow", "Asked", "Served", "Not served", "Answered by another node", "p50 ms", "p99 ms", "Longest ms", "Grains p99 ms", "Grains longest ms"], loads, 3)],
        promises);

    public void Expect(string promise, string aim, FormattableString seen, bool holds) => promises.Add(new Promise(promise, aim, seen.ToString(CultureInfo.InvariantCulture), holds));

    public void ExpectAllServed(string promise, ClusterLoad load) => Expect(
        promise, "all served, by another node if need be",
        $"{load.Downloads.Served} of {load.Downloads.Answers}, {load.Retried} of them by another node than the first asked", load.Downloads.Served == load.Downloads.Answers);

    public void Add(string blow, ClusterLoad load) => loads.Add(
    [
        blow, N(load.Downloads.Answers), N(load.Downloads.Served), load.Downloads.Failures, N(load.Retried), Ms(load.Downloads.Latencies.Quantile(0.5)),
        Ms(load.Downloads.Latencies.Quantile(0.99)), Ms(load.Downloads.Latencies.Max), Ms(load.Grains.Quantile(0.99)), Ms(load.Grains.Max),
    ]);

    private static string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Ms(TimeSpan duration) => duration.TotalMilliseconds.ToString("N1", CultureInfo.InvariantCulture);
}
