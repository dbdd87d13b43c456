using ResultsGrid.Gateway.Nodes;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Tests.Clock;
using ResultsGrid.Tests.Cluster.Proofs;

namespace ResultsGrid.Tests.Gateway;

/// <summary>The nodes that a test runs on, as the product builds them, with a clock of the test's own.</summary>
internal class TestedHost(IReadOnlyList<WebApplication> nodes) : IAsyncDisposable
{
    /// <summary>The first is what others join.</summary>
    public IReadOnlyList<WebApplication> Nodes => nodes;

    /// <param name="folder">The store; what was there before is found again.</param>
    /// <param name="adjust">For each node, before it is built.</param>
    public static async Task<TestedHost> Start(HostedOn on, FakeClock clock, string folder, Action<WebApplicationBuilder> adjust)
    {
        void Adjust(WebApplicationBuilder builder)
        {
            builder.Services.AddKeyedSingleton<TimeProvider>(Clocks.Service, clock);
            adjust(builder);
        }

        if (on == HostedOn.TwoNodes) return await TwoNodes.Start(folder, Adjust);
        var app = NodeHost.Build(NodeHost.CreateBuilder(), NodeSettings.InFolder(folder, "http://127.0.0.1:0"), Adjust);
        await app.StartAsync();
        return new TestedHost([app]);
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var node in nodes.Reverse())
        {
            await node.StopAsync();
            await node.DisposeAsync();
        }
    }
}
