using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Orleans.Configuration;
using ResultsGrid.Gateway.Nodes;
using ResultsGrid.LoadTests.Processes;
using ResultsGrid.Storage.Azure;
using ResultsGrid.Storage.Local;
using ResultsGrid.Tests.Epochs;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.Cluster.Proofs;

/// <summary>Two nodes of a cluster in this process, each with its gateway.</summary>
internal sealed class TwoNodes : TestedHost
{
    private const int Size = 2;

    /// <summary>No node is missed and no call given up here, however long a busy machine lets it wait: these tests are of changes, not of deaths.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ServiceProvider store;

    private TwoNodes(IReadOnlyList<WebApplication> nodes, ServiceProvider store)
        : base(nodes) => this.store = store;

    /// <param name="folder">The store; what was there before is found again.</param>
    /// <param name="adjust">For each node, before it is built.</param>
    public static async Task<TwoNodes> Start(string folder, Action<WebApplicationBuilder> adjust)
    {
        var services = new ServiceCollection();
        new LocalStorage(folder).AddServices(services);
        var store = services.BuildServiceProvider();
        var account = AzureStorageOptions.WithConnectionString(await SharedAzurite.ConnectionString, ContainerOf(folder));
        var ports = Enumerable.Range(0, Size).Select(_ => FreePort.Next()).ToList();
        var storage = new SharedFolder(store, new InMemoryEpochLog(), account, ports[0]);
        var nodes = new List<WebApplication>();
        foreach (var port in ports)
        {
            var node = Build(port, storage, adjust);
            await node.StartAsync();
            nodes.Add(node);
        }

        return new TwoNodes(nodes, store);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await store.DisposeAsync();
    }

    private static WebApplication Build(int port, SharedFolder storage, Action<WebApplicationBuilder> adjust)
    {
        var builder = NodeHost.CreateBuilder([new("Cluster:SiloPort", port.ToString(CultureInfo.InvariantCulture)), new("Cluster:TrustedNetwork", "true")]);
        return NodeHost.Build(builder, new NodeSettings(storage, Data: "", "http://127.0.0.1:0"), node =>
        {
            node.Services
                .Configure<ClusterMembershipOptions>(membership => membership.ProbeTimeout = Patience)
                .PostConfigure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = messaging.SystemResponseTimeout = Patience);
            node.Logging.SetMinimumLevel(LogLevel.Error);
            adjust(node);
        });
    }

    /// <summary>The same for the same folder, so that a restart finds its own.</summary>
    private static string ContainerOf(string folder) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)).AsSpan(0, 16));
}
