using ResultsGrid.LoadTests.Clusters;
using ResultsGrid.LoadTests.Commands;

namespace ResultsGrid.ClusterTests.Drills;

/// <summary>Real nodes, killed under load.</summary>
public sealed class ClusterDrillTests
{
    [StorageFact(StorageFactAttribute.PostgreSql, StorageFactAttribute.Blobs)]
    public async Task Nodes_that_are_killed_sent_away_and_starved_of_storage_lose_nothing_and_tell_nobody_wrong()
    {
        var folder = Directory.CreateTempSubdirectory("resultsgrid-cluster-test-").FullName;
        try
        {
            var plan = new ClusterPlan(
                Path.Combine(AppContext.BaseDirectory, "ResultsGrid.Silo.dll"),
                new ClusterStorages(Environment.GetEnvironmentVariable(StorageFactAttribute.PostgreSql), Account: null, Environment.GetEnvironmentVariable(StorageFactAttribute.Blobs)!),
                Nodes: 3, Centres: 12, Candidates: 120, PerSecond: 40, Load: TimeSpan.FromSeconds(12), Outage: TimeSpan.FromSeconds(10), Seed: 1);
            var report = await ClusterCommand.Run(plan, folder, CancellationToken.None);
            Assert.All(report.Promises, promise => Assert.True(promise.Holds, $"{promise.Name}: {promise.Aim}, and it was {promise.Seen}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
