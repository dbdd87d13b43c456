using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Orleans.Configuration;
using ResultsGrid.Storage.Azure;
using ResultsGrid.Storage.Azure.Epochs;
using ResultsGrid.ClusterTests.Proofs;
using ResultsGrid.Storage.Local;
using ResultsGrid.Storage.Local.State;
using ResultsGrid.Grains.Documents;
using ResultsGrid.LoadTests.Processes;
using ResultsGrid.Silo;
using ResultsGrid.Tests.Clock;
using ResultsGrid.Tests.Epochs;

namespace ResultsGrid.Tests.Gateway;

/// <summary>What the proofs run on here: two nodes of an Orleans cluster, each with its gateway, in the place of the embedded host's one.</summary>
/// <remarks>
/// The nodes are what <see cref="SiloHost"/> makes, each with its own ports on 127.0.0.1; their ledgers and their clock's memory lie in a
/// real Azurite. States and documents lie in the store's folder, as the embedded host has them, so that tests can copy and read them. The
/// epoch log is in memory: on a busy machine Azurite would cost leases, and the log in blobs has its own tests (tests/Epochs).
/// </remarks>
internal sealed class TestedHost : IAsyncDisposable
{
    private const int Size = 2;

    /// <summary>No node is missed and no call given up here, however long a busy machine lets it wait: these tests are of changes, not of deaths.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ServiceProvider store;
    private readonly InMemoryEpochLog epochs = new();
    private readonly List<WebApplication> nodes = [];

    private TestedHost(string folder) => store = new ServiceCollection().AddEmbeddedData(folder).BuildServiceProvider();

    /// <summary>Nodes hear of a change one after the other; by when it is acknowledged all show it (docs/epochs.md).</summary>
    public static bool ShowsChangesAtOnce => false;

    /// <summary>The cases of a slow test that this host is given: the first.</summary>
    public static T[] Affordable<T>(params T[] cases) => cases[..1];

    public IReadOnlyList<WebApplication> Nodes => nodes;

    /// <param name="folder">The store; what was there before is found again.</param>
    /// <param name="adjust">For each node, before it is built.</param>
    public static async Task<TestedHost> Start(FakeClock clock, string folder, Action<WebApplicationBuilder> adjust)
    {
        var host = new TestedHost(folder);
        var ports = Enumerable.Range(0, Size).Select(_ => FreePort.Next()).ToList();
        foreach (var port in ports)
        {
            var node = await host.Build(port, new MeetingPlace(ports[0]), folder, clock, adjust);
            await node.StartAsync();
            host.nodes.Add(node);
        }

        return host;
    }

    public async ValueTask DisposeAsync()
    {
        // The first, at which they meet, leaves last.
        foreach (var node in nodes.AsEnumerable().Reverse())
        {
            await node.StopAsync();
            await node.DisposeAsync();
        }

        await store.DisposeAsync();
    }

    private async Task<WebApplication> Build(int port, MeetingPlace meeting, string folder, FakeClock clock, Action<WebApplicationBuilder> adjust)
    {
        var builder = SiloHost.CreateBuilder(
        [
            new("Cluster:SiloPort", Text(port)), new("Cluster:GatewayPort", Text(FreePort.Next())),
            new($"{BlobDocumentOptions.Section}:ConnectionString", await SharedAzurite.ConnectionString), new($"{BlobDocumentOptions.Section}:Container", ContainerOf(folder)),
        ]);
        return SiloHost.Build(builder, new SiloSettings(Data: "", "http://127.0.0.1:0", DemonstrationReleaseIn: null), meeting, node =>
        {
            node.Services
                .AddSingleton(store.GetRequiredService<IStateStore>())
                .AddSingleton<IEpochLog>(epochs)
                .AddSingleton<IDocumentStore>(_ => store.GetRequiredService<IDocumentStore>())
                .Configure<ClusterMembershipOptions>(membership => membership.ProbeTimeout = Patience)
                .PostConfigure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = messaging.SystemResponseTimeout = Patience);
            node.Logging.SetMinimumLevel(LogLevel.Error);
            adjust(node);
            node.Services.GoByTheTestsClock(clock);
        });
    }

    /// <summary>The same for the same folder, so that a restart finds its own.</summary>
    private static string ContainerOf(string folder) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)).AsSpan(0, 16));

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
