using ResultsGrid.LoadTests.Arrivals;
using ResultsGrid.LoadTests.Processes;

namespace ResultsGrid.LoadTests.Clusters;

/// <summary>The cluster of a drill with its published series, and what every stage does to it.</summary>
internal sealed class DrilledCluster(ClusterPlan plan, Cluster cluster, ClusterSeries series, TimeProvider time, Action<string> tell)
{
    private static readonly TimeSpan MostForTakeover = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan MostToServe = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BlowAt = TimeSpan.FromSeconds(3);

    public ClusterPlan Plan => plan;

    public Cluster Cluster => cluster;

    public ClusterSeries Series => series;

    /// <summary>One of each centre, to be downloaded; none before the series is released.</summary>
    public IReadOnlyList<LoadRequest> Documents { get; set; } = [];

    public ClusterFindings Findings { get; } = new(plan);

    public TimeProvider Time => time;

    public void Tell(string happened) => tell(happened);

    /// <summary>A load with a blow in it.</summary>
    public Task<ClusterLoad> Load(string blow, Func<Task> strike, CancellationToken cancellation) => Load(
        blow,
        load => Task.WhenAll(load.Run(plan, plan.Load, plan.Seed, cancellation), Task.Run(async () =>
        {
            await Task.Delay(BlowAt, time, cancellation);
            await strike();
        }, cancellation)),
        cancellation);

    /// <summary>A load, and then whether every completed download was recorded.</summary>
    public async Task<ClusterLoad> Load(string blow, Func<ClusterLoad, Task> run, CancellationToken cancellation)
    {
        var name = $"{series.Series}";
        var before = await RecordedDownloads.Count(cluster.Nodes[0].Address, series.Keys, name);
        var load = new ClusterLoad(cluster.Nodes, Documents, series.Keys, name, time);
        await run(load);
        var (missing, took) = await RecordedDownloads.AreComplete(cluster.Nodes[0].Address, series.Keys, name, before, load.Completed, MostForTakeover, time, cancellation);
        Findings.Expect(
            $"Nothing acknowledged is lost: {blow}", "every completed download recorded",
            $"{missing} of {load.Completed.Values.Sum()} missing, {took.TotalSeconds:F0} s after the load", missing == 0);
        Findings.Add(blow, load);
        tell($"{blow}: {load.Downloads.Served} of {load.Downloads.Answers} downloads served.");
        return load;
    }

    /// <summary>Waits until every node serves a document by itself.</summary>
    /// <exception cref="InvalidOperationException">One does not, within a minute.</exception>
    public async Task Serves(CancellationToken cancellation)
    {
        foreach (var node in cluster.Nodes)
        {
            using var alone = new Balancer([node], time, cancellation);
            var answer = await alone.Ask(Documents[0], alone.Now, MostToServe);
            if (!answer.IsServed) throw new InvalidOperationException($"{node.Address} answers {answer.Outcome}: {answer.Problem} {node.Said}");
        }
    }

    /// <summary>What a node by itself answers at once.</summary>
    public async Task<LoadAnswer> Ask(GatewayProcess node, LoadRequest request, CancellationToken cancellation)
    {
        using var alone = new Balancer([node], time, cancellation);
        return await alone.Ask(request, alone.Now, TimeSpan.Zero);
    }
}
