namespace ResultsGrid.LoadTests.Clusters;

/// <summary>No storage answers for a while: the nodes refuse, and serve again by themselves.</summary>
internal static class StorageOutage
{
    public static async Task Run(DrilledCluster drilled, RelayedStorages storages, CancellationToken cancellation)
    {
        var (cluster, time) = (drilled.Cluster, drilled.Time);
        var ids = cluster.Nodes.Select(node => node.Id).ToList();
        storages.Stall();
        await Task.Delay(drilled.Plan.Outage, time, cancellation);
        var refused = 0;
        foreach (var node in cluster.Nodes)
        {
            if ((await drilled.Ask(node, drilled.Documents[0], cancellation)).Outcome == "503") refused++;
        }

        storages.Resume();
        var began = time.GetTimestamp();
        await drilled.Serves(cancellation);
        var recovered = time.GetElapsedTime(began);
        drilled.Findings.Expect(
            "Storage that hangs gives no wrong answer, and is recovered from without a restart", "503 while it hangs; served again by the same processes",
            $"{drilled.Plan.Outage.TotalSeconds:F0} s: {refused} of {ids.Count} nodes refused; all served {recovered.TotalSeconds:F1} s after it",
            refused == ids.Count && cluster.Nodes.Select(node => node.Id).SequenceEqual(ids));
        drilled.Findings.ExpectAllServed("After it everything is as before", await drilled.Load("none, after the storage hung", () => Task.CompletedTask, cancellation));
    }
}
