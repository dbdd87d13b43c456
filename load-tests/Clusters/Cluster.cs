using System.Globalization;
using ResultsGrid.LoadTests.Processes;

namespace ResultsGrid.LoadTests.Clusters;

/// <summary>Nodes of one cluster as processes of their own, each on ports that it never had before.</summary>
public sealed class Cluster(ClusterPlan plan, string name, string folder) : IDisposable
{
    private readonly List<GatewayProcess> nodes = [];

    /// <summary>Those that were not ended.</summary>
    public IReadOnlyList<GatewayProcess> Nodes => [.. nodes.Where(node => !node.HasEnded)];

    public async Task<GatewayProcess> Start(params string[] options)
    {
        var node = await GatewayProcess.Start(plan.Node, [.. Place, "--urls", $"http://127.0.0.1:{Port}", "--demonstration", "none", .. options], Environment);
        lock (nodes) nodes.Add(node);
        return node;
    }

    /// <summary>Adds an operator, by a process that joins the cluster and leaves it.</summary>
    public Task<string> AddOperator(string operatorName) => GatewayProcess.AddOperator(plan.Node, [operatorName, .. Place], Environment);

    public void Dispose()
    {
        foreach (var node in nodes) node.Dispose();
    }

    private static string Port => FreePort.Next().ToString(CultureInfo.InvariantCulture);

    private string[] Place => ["--cluster", name, "--silo-port", Port, "--gateway-port", Port, "--data", folder];

    private Dictionary<string, string> Environment => new()
    {
        ["Cluster__PostgreSql"] = plan.PostgreSql,
        ["Documents__AzureBlobs__ConnectionString"] = plan.Blobs,
        // So that the nodes of one drill meet no document of another's.
        ["Documents__AzureBlobs__Container"] = name,
    };
}
