using ResultsGrid.Gateway.Dashboards;
using ResultsGrid.Gateway.Documents;
using ResultsGrid.Gateway.Health;
using ResultsGrid.Gateway.Leases;
using ResultsGrid.Gateway.Server;
using ResultsGrid.Gateway.Telemetry;
using ResultsGrid.Gateway.Work;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Storage;
using ResultsGrid.Storage.Azure;
using ResultsGrid.Storage.Local;
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
        var node = NodeOptions.From(builder.Configuration);
        var telemetry = TelemetryOptions.From(builder.Configuration);
        var hasDashboard = OperatorDashboard.IsWanted(builder.Configuration);
        if (settings.Storage is StorageOptions.InAccount { Account.IsEmulator: false } && node is { Tls: null, IsNetworkTrusted: false })
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
        builder.Services.AddStorage(settings.Storage);
        builder.UseOrleans(silo => silo
            .UseStorage(settings.Storage, node)
            .AddResultsGridGrains(GrainBounds.For(settings.Storage.Kind == StorageKind.Azure))
            .AddTelemetry(telemetry)
            .AddOperatorDashboard(hasDashboard));
        builder.Services.AddBehindTheSilo(settings.Storage, node).AddResultsGridGateway();
        if (settings.WorkThreads is { } threads) builder.Services.Configure<WorkOptions>(options => options.Threads = threads);
        adjust?.Invoke(builder);

        var app = builder.Build();
        // Opened before anything starts, so that a refusal is a plain one.
        if (settings.Storage.Kind == StorageKind.Local) app.Services.GetRequiredService<IStateStore>();
        return hasDashboard ? app.UseDashboardSession().MapResultsGrid().MapOperatorDashboard() : app.MapResultsGrid();
    }

    private static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions storage) => storage switch
    {
        StorageOptions.InFolder folder => services.AddLocalStorage(folder.Path),
        StorageOptions.InAccount account => services.AddAzureStorage(account.Account).AddHostedService<FirstLease>(),
        _ => throw new InvalidOperationException($"No node can be built on {storage}."),
    };

    private static ISiloBuilder UseStorage(this ISiloBuilder silo, StorageOptions storage, NodeOptions node) => storage is StorageOptions.InAccount account
        ? silo.UseAzureStorage(account.Account).AddNode(node)
        : silo.UseLocalStorage();

    /// <summary>What asks grains as it starts or stops.</summary>
    private static IServiceCollection AddBehindTheSilo(this IServiceCollection services, StorageOptions storage, NodeOptions node)
    {
        if (storage is StorageOptions.InAccount account)
        {
            services.AddSingleton<ILiveNodes, LiveNodes>().AddAzureDownloads(account.Account);
            services.AddHostedService(provider => new Drain(provider.GetRequiredService<Readiness>(), node.Drain, provider.GetRequiredService<TimeProvider>()));
            services.Configure<HostOptions>(host => host.ShutdownTimeout = node.Drain + MostForLeaving);
        }
        else
        {
            services.AddHostedService<InterruptedWork>();
        }

        return services.AddHostedService<DownloadFolds>();
    }
}
