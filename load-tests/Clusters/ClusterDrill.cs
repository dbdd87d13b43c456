using ResultsGrid.LoadTests.Arrivals;
using ResultsGrid.LoadTests.National;
using ResultsGrid.LoadTests.Promises;

namespace ResultsGrid.LoadTests.Clusters;

/// <summary>A cluster of real processes from its first publication on: nodes are killed, told to leave, and all started anew, and its storage hangs.</summary>
public sealed class ClusterDrill(ClusterPlan plan, RelayedStorages storages, string folder, string name, TimeProvider time, Action<string> tell) : IDisposable
{
    private const int DocumentBytes = 5_000;

    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(3);

    private readonly Cluster cluster = new(plan, storages, name, folder);

    public async Task<DrillReport> Run(CancellationToken cancellation)
    {
        try
        {
            return await RunStages(cancellation);
        }
        catch (Exception fault) when (fault is InvalidOperationException or HttpRequestException)
        {
            // Why one refused stands in its log, and the nodes end with the drill.
            foreach (var node in cluster.Nodes) tell($"{node.Address} said at last:\n{node.Said}");
            throw;
        }
    }

    public void Dispose() => cluster.Dispose();

    private async Task<DrillReport> RunStages(CancellationToken cancellation)
    {
        var drilled = await Begin(cancellation);
        await PublicationWithAKill.Run(drilled, cancellation);
        await new Revocations(drilled, cancellation).Run();
        await Release(drilled, cancellation);
        if (plan.CentresAtWork > 0) await new PublicationUnderLoad(drilled, folder, cancellation).Run();
        await LostNodes.Kill(drilled, cancellation);
        await LostNodes.Leave(drilled, cancellation);
        await StorageOutage.Run(drilled, storages, cancellation);
        await FullRestart.Run(drilled, cancellation);
        return drilled.Findings.Report;
    }

    private async Task<DrilledCluster> Begin(CancellationToken cancellation)
    {
        await cluster.Start();
        var series = new ClusterSeries(await ClusterSeries.AddOperators(cluster), NationalSeries.Plan(plan.Centres, plan.Candidates, plan.Seed), new Patience(time, cancellation));
        while (cluster.Nodes.Count < plan.Nodes) await cluster.Start();
        await series.LoadAndAward(cluster.Nodes[0].Address, folder, cancellation);
        tell($"{cluster.Nodes.Count} nodes; the series is loaded and awarded.");
        return new DrilledCluster(plan, cluster, series, time, tell);
    }

    private async Task Release(DrilledCluster drilled, CancellationToken cancellation)
    {
        var node = cluster.Nodes[0].Address;
        await drilled.Series.Release(node, Lead, time, cancellation);
        drilled.Documents = await new Patience(time, cancellation).Ask(() => DocumentRequests.Choose(drilled.Series.Target(node), DocumentBytes, cancellation));
    }
}
