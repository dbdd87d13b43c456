using System.Globalization;
using System.Net;
using ResultsGrid.Gateway.Dashboards;
using ResultsGrid.Gateway.Documents;
using ResultsGrid.Gateway.Health;
using ResultsGrid.Gateway.Leases;
using ResultsGrid.Gateway.Server;
using ResultsGrid.Gateway.Telemetry;
using ResultsGrid.Gateway.Work;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Storage.Azure;
using ResultsGrid.Storage.Local.State;

namespace ResultsGrid.Gateway.Nodes;

/// <summary>Puts a node together: an Orleans silo with the gateway beside it, on either kind of storage.</summary>
public static class NodeHost
{
    /// <summary>The requests under way, the last downloads' folding, and the grains' moving to other nodes.</summary>
    private static readonly TimeSpan MostForLeaving = TimeSpan.FromSeconds(30);

    /// <summary>The settings files, the environment, and what the command line says above them.</summary>
    public static WebApplicationBuilder CreateBuilder(IEnumerable<KeyValuePair<string, string?>>? commandLine = null)
    {
        // What is not said in a culture of its own is said in none, whatever language the machine speaks.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(NodeHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            Args = ServerSetUp.HostArguments,
        });
        builder.Configuration.AddInMemoryCollection(commandLine ?? []);
        return builder;
    }

    /// <param name="adjust">Replaces services before the host is built: a test's clock, say.</param>
    /// <exception cref="ArgumentException">The configuration names something that can't be; the message says what, where and why.</exception>
    /// <exception cref="InvalidDataException">What the data folder holds can't be used; the message says what to do.</exception>
    /// <exception cref="IOException">Another process holds the data folder, or the disk does not take it.</exception>
    public static WebApplication Build(WebApplicationBuilder builder, NodeSettings settings, Action<WebApplicationBuilder>? adjust = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        var storage = settings.Storage;
        var node = NodeOptions.From(builder.Configuration);
        var telemetry = TelemetryOptions.From(builder.Configuration);
        var hasDashboard = OperatorDashboard.IsWanted(builder.Configuration);
        var isThisMachines = storage is AzureStorage { IsEmulator: true } && IPAddress.IsLoopback(node.Address);
        if (storage.IsShared && !isThisMachines && node is { Tls: null, IsNetworkTrusted: false })
        {
            throw new ArgumentException(
                $"{NodeOptions.Section}:{nameof(NodeOptions.Tls)} is not set. Whoever reaches a node's port can ask grains for results before their release, so nodes prove to each other who they are: give each a certificate (docs/operations.md). Where only nodes can reach that port, say so: {NodeOptions.Section}:TrustedNetwork=true.");
        }

        builder.AddResultsGridServer(settings.Urls);
        builder.AddTelemetry(telemetry, node);
        // Its warning at every start recommends the server collector, which was measured and is not wanted (docs/capacity.md).
        builder.Logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error);
        // At every start it takes the time since the machine's start for a standstill.
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);

        // In this order they start, and stop in the other: a node that is out of touch hosts no grain.
        var services = builder.Services;
        storage.AddServices(services);
        if (storage.IsShared) services.AddHostedService<FirstLease>();
        builder.UseOrleans(silo =>
        {
            storage.Configure(silo);
            if (storage.IsShared) silo.AddNode(node);
            silo.AddResultsGridGrains(GrainBounds.For(storage.IsShared)).AddTelemetry(telemetry).AddOperatorDashboard(hasDashboard);
        });
        if (storage.IsShared) services.AddCluster(node);
        else services.AddHostedService<InterruptedWork>();
        storage.AddDownloadLedger(services);
        services.AddHostedService<DownloadFolds>().AddResultsGridGateway();
        if (settings.WorkThreads is { } threads) services.Configure<WorkOptions>(options => options.Threads = threads);
        adjust?.Invoke(builder);

        var app = builder.Build();
        // Opened before anything starts, so that a refusal is a plain one.
        app.Services.GetService<IStateStore>();
        return hasDashboard ? app.UseDashboardSession().MapResultsGrid().MapOperatorDashboard() : app.MapResultsGrid();
    }

    /// <summary>What a cluster needs beside its storage.</summary>
    private static void AddCluster(this IServiceCollection services, NodeOptions node)
    {
        services.AddSingleton<ILiveNodes, LiveNodes>();
        services.AddHostedService(provider => new Drain(provider.GetRequiredService<Readiness>(), node.Drain, provider.GetRequiredService<TimeProvider>()));
        services.Configure<HostOptions>(host => host.ShutdownTimeout = node.Drain + MostForLeaving);
    }
}
