using Microsoft.Extensions.DependencyInjection.Extensions;
using ResultsGrid.Gateway;
using ResultsGrid.Tests.Clock;

namespace ResultsGrid.Tests.Gateway;

/// <summary>What the tests run on: here the embedded host, one gateway. tests/cluster has another of this name, and runs the proofs on two nodes.</summary>
internal sealed class TestedHost : IAsyncDisposable
{
    /// <summary>Whether a change shows to everybody at the same moment: there is one gateway, and it hears of every change itself.</summary>
    public static bool ShowsChangesAtOnce => true;

    /// <summary>The cases of a slow test that this host is given: all.</summary>
    public static T[] Affordable<T>(params T[] cases) => cases;

    private TestedHost(WebApplication app) => Nodes = [app];

    public IReadOnlyList<WebApplication> Nodes { get; }

    /// <param name="folder">The store; what was there before is found again.</param>
    /// <param name="adjust">For each node, before it is built.</param>
    public static async Task<TestedHost> Start(FakeClock clock, string folder, Action<WebApplicationBuilder> adjust)
    {
        var app = GatewayHost.Build(new GatewaySettings(folder, "http://127.0.0.1:0", DemonstrationReleaseIn: null, RoundTripContracts: true), builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            adjust(builder);
        });
        await app.StartAsync();
        return new TestedHost(app);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
        {
            await node.StopAsync();
            await node.DisposeAsync();
        }
    }
}
