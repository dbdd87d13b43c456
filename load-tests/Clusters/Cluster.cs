using System.Globalization;
using ResultsGrid.LoadTests.Processes;

namespace ResultsGrid.LoadTests.Clusters;

/// <summary>Nodes of one cluster as processes of their own, each on ports that it never had before.</summary>
public sealed class Cluster(ClusterPlan plan, RelayedStorages storages, string name, string folder) : IDisposable
{
    private readonly List<GatewayProcess> nodes = [];
    private readonly ClusterCertificates certificates = new(folder, TimeProvider.System);

    /// <summary>Those that were not ended.</summary>
    public IReadOnlyList<GatewayProcess> Nodes => [.. nodes.Where(node => !node.HasEnded)];

    public async Task<GatewayProcess> Start()
    {
        var node = await GatewayProcess.Start(plan.Node, [.. Place, "--silo-port", Port, "--urls", $"http://127.0.0.1:{Port}", "--demonstration", "none", .. WorkThreads], Environment);
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

    private string[] Place => ["--cluster", name, "--data", folder];

    private Dictionary<string, string> Environment
        => new(storages.Environment(name).Concat(certificates.Settings.Select(one => KeyValuePair.Create($"Cluster__Tls__{one.Key}", one.Value))));

    private string[] WorkThreads => plan.WorkThreads is { } threads ? ["--work-threads", threads.ToString(CultureInfo.InvariantCulture)] : [];
}
