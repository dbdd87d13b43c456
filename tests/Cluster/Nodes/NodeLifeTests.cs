using System.Net;
using Azure.Data.Tables;
using ResultsGrid.LoadTests.Processes;
using ResultsGrid.Tests.Azure;
using ResultsGrid.Tests.Hosting;
using ResultsGrid.Tests.Storage;

namespace ResultsGrid.Tests.Cluster.Nodes;

/// <summary>A node as a process: how it leaves its cluster, and who may come beside it.</summary>
[Collection(RealTime.Name)]
public sealed class NodeLifeTests(Azurite azurite) : IClassFixture<Azurite>, IDisposable
{
    private static readonly string Silo = Path.Combine(AppContext.BaseDirectory, "ResultsGrid.Silo.dll");

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    private readonly TemporaryFolder folder = new();
    private readonly string cluster = $"life-{Path.GetRandomFileName()[..8].ToLowerInvariant()}";

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_node_that_is_told_to_end_serves_on_while_it_drains_and_then_leaves_the_cluster()
    {
        using var node = await Start(FreePort.Next(), drain: "4s");
        using var http = new HttpClient { BaseAddress = node.Address };
        var ended = node.Terminate();
        var answers = new List<(HttpStatusCode Ready, HttpStatusCode Page)>();
        while (!ended.IsCompleted && answers.Count(answer => answer.Ready == HttpStatusCode.ServiceUnavailable) < 10)
        {
            answers.Add((await Status(http, "health/ready"), await Status(http, "api/v1/release-dates")));
            using var pause = new PeriodicTimer(BetweenLooks);
            await pause.WaitForNextTickAsync();
        }

        Assert.False(ended.IsCompleted, node.Said);
        Assert.DoesNotContain(HttpStatusCode.ServiceUnavailable, answers.Select(answer => answer.Page));
        Assert.Equal(0, await ended.WaitAsync(Patience));
        Assert.Equal(["Dead"], await Statuses());
    }

    [Fact]
    public async Task Adding_an_operator_where_a_node_runs_leaves_the_node_alone()
    {
        var port = FreePort.Next();
        using var node = await Start(port);
        await GatewayProcess.AddOperator(Silo, ["anna", "--cluster", cluster, "--data", folder.Path], Settings(port));
        using var http = new HttpClient { BaseAddress = node.Address };
        Assert.Equal(HttpStatusCode.OK, await Status(http, "health/ready"));
        Assert.False(node.HasEnded, node.Said);
        Assert.Equal(["Active", "Dead"], await Statuses());
    }

    private static async Task<HttpStatusCode> Status(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path);
        return answer.StatusCode;
    }

    private Task<GatewayProcess> Start(int port, string drain = "1s")
        => GatewayProcess.Start(Silo, ["--urls", "http://127.0.0.1:0", "--demonstration", "none", "--cluster", cluster, "--data", folder.Path], Settings(port, drain));

    private Dictionary<string, string> Settings(int port, string drain = "1s") => new()
    {
        ["Storage__ConnectionString"] = azurite.ConnectionString,
        ["Storage__Container"] = cluster,
        ["Cluster__SiloPort"] = $"{port}",
        ["Cluster__Drain"] = drain,
        ["Cluster__TrustedNetwork"] = "true",
    };

    /// <summary>As the nodes' own table has them.</summary>
    private async Task<List<string>> Statuses()
    {
        var statuses = new List<string>();
        await foreach (var row in new TableClient(azurite.ConnectionString, "OrleansSiloInstances").QueryAsync<TableEntity>(row => row.PartitionKey == cluster))
        {
            if (row.GetString("Status") is { } status) statuses.Add(status);
        }

        return [.. statuses.Order()];
    }
}
