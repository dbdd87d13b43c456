namespace ResultsGrid.LoadTests.Clusters;

/// <summary>One node dies while all publish: the others finish its centres too.</summary>
internal static class PublicationWithAKill
{
    public static async Task Run(DrilledCluster drilled, CancellationToken cancellation)
    {
        var (plan, cluster) = (drilled.Plan, drilled.Cluster);
        var began = drilled.Time.GetTimestamp();
        var isKilled = false;
        await drilled.Series.Publish(cluster.Nodes[0].Address, job =>
        {
            if (isKilled || job.Done == 0) return;
            isKilled = true;
            cluster.Nodes[^1].Kill();
        }, cancellation);
        drilled.Findings.Expect(
            "A publication goes on when a node dies", "every centre published",
            $"{plan.Centres} centres in {drilled.Time.GetElapsedTime(began).TotalSeconds:F0} s, one of {plan.Nodes} nodes killed at the first", isKilled);
        await cluster.Start();
        await drilled.Series.AddKeys(cluster.Nodes[0].Address, cancellation);
        drilled.Tell("Published, with a node killed meanwhile.");
    }
}
