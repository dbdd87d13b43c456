namespace ResultsGrid.LoadTests.Clusters;

/// <summary>All nodes are killed, and as many started at addresses that the cluster never had.</summary>
internal static class FullRestart
{
    /// <summary>From "all nodes are gone" to "all serve".</summary>
    private static readonly TimeSpan MostForAStart = TimeSpan.FromSeconds(30);

    public static async Task Run(DrilledCluster drilled, CancellationToken cancellation)
    {
        var (plan, cluster, time) = (drilled.Plan, drilled.Cluster, drilled.Time);
        foreach (var node in cluster.Nodes) node.Kill();
        var began = time.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, plan.Nodes).Select(_ => Supervise()));
        await drilled.Serves(cancellation);
        var took = time.GetElapsedTime(began);
        drilled.Findings.Expect(
            "All nodes killed, and started at other addresses", $"serving within {MostForAStart.TotalSeconds} s",
            $"{cluster.Nodes.Count} nodes served after {took.TotalSeconds:F1} s", cluster.Nodes.Count == plan.Nodes && took <= MostForAStart);

        async Task Supervise()
        {
            // A node that could not join is started again.
            while (time.GetElapsedTime(began) < 2 * MostForAStart)
            {
                try
                {
                    await cluster.Start();
                    return;
                }
                catch (InvalidOperationException ended)
                {
                    drilled.Tell($"A node gave up and is started again: {ended.Message.Split('\n')[^1]}");
                }
            }
        }
    }
}
