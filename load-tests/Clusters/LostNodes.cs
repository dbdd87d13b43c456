namespace ResultsGrid.LoadTests.Clusters;

/// <summary>Nodes that go under load: one is killed, one is told to leave.</summary>
internal static class LostNodes
{
    private static readonly TimeSpan MostForGrains = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MostForGrains99 = TimeSpan.FromSeconds(3.5);

    public static async Task Kill(DrilledCluster drilled, CancellationToken cancellation)
    {
        var lost = drilled.Cluster.Nodes[1];
        var load = await drilled.Load("SIGKILL of one node", () =>
        {
            lost.Kill();
            return Task.CompletedTask;
        }, cancellation);
        drilled.Findings.ExpectAllServed("No download fails when a node is killed", load);
        drilled.Findings.Expect(
            "Grains answer again", $"p99 within {MostForGrains99.TotalSeconds} s, all within {MostForGrains.TotalSeconds} s",
            $"{load.Grains.Quantile(0.99).TotalSeconds:F1} s, {load.Grains.Max.TotalSeconds:F1} s, {load.Probes.Failures} failed",
            load.Grains.Quantile(0.99) <= MostForGrains99 && load.Grains.Max <= MostForGrains && load.Probes.Served == load.Probes.Answers);
        await drilled.Cluster.Start();
    }

    public static async Task Leave(DrilledCluster drilled, CancellationToken cancellation)
    {
        var leaving = drilled.Cluster.Nodes[1];
        drilled.Findings.ExpectAllServed("No request is lost when a node is told to leave", await drilled.Load("SIGTERM of one node", leaving.Terminate, cancellation));
        await drilled.Cluster.Start();
    }
}
