using ResultsGrid.LoadTests.Clusters;
using ResultsGrid.LoadTests.Commands;
using ResultsGrid.Tests.Azure;
using ResultsGrid.Tests.Hosting;
using ResultsGrid.Tests.Storage;

namespace ResultsGrid.Tests.Cluster.Drills;

/// <summary>Real nodes as processes of their own over a real Azurite, with mutual TLS between them, killed under load.</summary>
[Collection(RealTime.Name)]
public sealed class ClusterDrillTests(Azurite azurite) : IClassFixture<Azurite>
{
    [Fact]
    public async Task Nodes_that_are_killed_sent_away_and_starved_of_storage_lose_nothing_and_tell_nobody_wrong()
    {
        using var folder = new TemporaryFolder();
        var plan = new ClusterPlan(
            Path.Combine(AppContext.BaseDirectory, "ResultsGrid.Silo.dll"), azurite.ConnectionString,
            Nodes: 3, Centres: 12, Candidates: 120, PerSecond: 40, Load: TimeSpan.FromSeconds(12), Outage: TimeSpan.FromSeconds(10), Seed: 1);
        var report = await ClusterCommand.Run(plan, folder.Path, CancellationToken.None);
        Assert.All(report.Promises, promise => Assert.True(promise.Holds, $"{promise.Name}: {promise.Aim}, and it was {promise.Seen}"));
    }
}
