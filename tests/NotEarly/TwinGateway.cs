using Microsoft.Extensions.DependencyInjection.Extensions;
using ResultsGrid.Gateway.Health;
using ResultsGrid.Gateway.Release;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Tests.Access;
using ResultsGrid.Tests.Clock;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.NotEarly;

/// <summary>One of two gateways that are to answer alike, with a way to take a decision out and a count of documents read.</summary>
internal sealed class TwinGateway(TestGateway gateway, Wire wire, Leak leak) : IAsyncDisposable
{
    public TestGateway Gateway => gateway;

    public Wire Wire => wire;

    public Leak Leak => leak;

    public int DocumentsRead => gateway.Nodes.Sum(node => ((CountingStore)node.GetRequiredService<IDocumentStore>()).Reads);

    public static async Task<TwinGateway> Start(FakeClock clock, string folder, HostedOn on)
    {
        var leak = new Leak();
        var gateway = await TestGateway.Start(clock, folder, builder =>
        {
            var documents = builder.Services.Last(service => service.ServiceType == typeof(IDocumentStore)).ImplementationFactory!;
            builder.Logging.ClearProviders();
            builder.Services.AddHttpContextAccessor().AddSingleton<ReleaseGate>().AddTransient<IStartupFilter, DateByTheClock>()
                .Replace(ServiceDescriptor.Singleton<IDocumentStore>(services => new CountingStore((IDocumentStore)documents(services))))
                .Replace(ServiceDescriptor.Singleton<IReleaseGate>(services => new LeakyGate(
                    services.GetRequiredService<ReleaseGate>(), services.GetRequiredService<IHttpContextAccessor>(), leak)));
        }, on);
        foreach (var node in gateway.Nodes) node.GetRequiredService<Readiness>().WaitingFor = null;
        return new TwinGateway(gateway, new Wire(gateway), leak);
    }

    public async ValueTask DisposeAsync()
    {
        wire.Dispose();
        await gateway.DisposeAsync();
    }
}
