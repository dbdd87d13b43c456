using ResultsGrid.Azure;
using ResultsGrid.Azure.Clocks;
using ResultsGrid.Azure.Downloads;
using ResultsGrid.Azure.Epochs;
using ResultsGrid.Gateway.Api;
using ResultsGrid.Gateway.Api.Documents;
using ResultsGrid.Gateway.Api.Health;
using ResultsGrid.Gateway.Api.Server;
using ResultsGrid.Gateway.Api.Work;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.Silo.Dashboards;
using ResultsGrid.Silo.Development;
using ResultsGrid.Silo.Hosting;
using ResultsGrid.Silo.Leases;
using ResultsGrid.Silo.Nodes;
using ResultsGrid.Silo.Telemetry;

namespace ResultsGrid.Silo;

/// <summary>Puts the gateway on a node of an Orleans cluster.</summary>
public static class SiloHost
{
    /// <summary>The requests under way, the last downloads' folding, and the grains' moving to other nodes.</summary>
    private static readonly TimeSpan MostForLeaving = TimeSpan.FromSeconds(30);

    /// <summary>The settings files, the environment, and what the command line says above them.</summary>
    public static WebApplicationBuilder CreateBuilder(IEnumerable<KeyValuePair<string, string?>> commandLine)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(SiloHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            Args = ServerSetUp.HostArguments,
        });
        builder.Configuration.AddInMemoryCollection(commandLine);
        return builder;
    }

    /// <param name="storage">Where the cluster's nodes meet and keep their state.</param>
    /// <param name="adjust">Replaces services before the host is built: a test's clock, say.</param>
    /// <exception cref="ArgumentException">The configuration names something that can't be; the message says what, where and why.</exception>
    public static WebApplication Build(WebApplicationBuilder builder, SiloSettings settings, IClusterStorage storage, Action<WebApplicationBuilder>? adjust = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(storage);
        var node = NodeOptions.From(builder.Configuration);
        var telemetry = TelemetryOptions.From(builder.Configuration);
        var hasDashboard = OperatorDashboard.IsWanted(builder.Configuration);
        var isAlone = storage is DevelopmentCluster;
        builder.AddResultsGridServer(settings.Urls);
        builder.AddTelemetry(telemetry, node);
        // Its warning at every start recommends the server collector, which was measured and is not wanted (docs/capacity.md).
        builder.Logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error);
        // In this order they start, and stop in the other: a node that is out of touch hosts no grain.
        var blobs = BlobDocumentOptions.From(builder.Configuration);
        builder.Services.AddDocuments(blobs, isAlone).AddChanges(isAlone).AddClock(isAlone);
        builder.UseOrleans(silo =>
        {
            storage.Configure(silo);
            silo.AddNode(node).AddResultsGridGrains(new GrainBounds()).AddTelemetry(telemetry).AddOperatorDashboard(hasDashboard);
        });
        builder.Services.AddDownloads(blobs, isAlone).AddResultsGridGateway().AddDrain(node.Drain);
        if (settings.WorkThreads is { } threads) builder.Services.Configure<WorkOptions>(options => options.Threads = threads);
        adjust?.Invoke(builder);
        var app = builder.Build();
        return hasDashboard ? app.UseDashboardSession().MapResultsGrid().MapOperatorDashboard() : app.MapResultsGrid();
    }

    private static IServiceCollection AddDocuments(this IServiceCollection services, BlobDocumentOptions? blobs, bool isAlone)
    {
        if (blobs is not null) return services.AddBlobDocuments(blobs);
        return isAlone
            ? services.AddSingleton<IDocumentStore, MemoryDocumentStore>()
            : throw new ArgumentException($"{BlobDocumentOptions.Section} names no storage account: the nodes of a cluster share their documents, so each needs the same one.");
    }

    private static IServiceCollection AddChanges(this IServiceCollection services, bool isAlone) => isAlone
        ? services
            .AddSingleton<StateListeners>()
            .AddSingleton<IStateChanges>(provider => provider.GetRequiredService<StateListeners>())
            .AddSingleton<IStateAnnouncer, LocalAnnouncer>()
            .AddSingleton<IServingLease, SoleGateway>()
        : services
            .AddSingleton<IEpochLog, BlobEpochLog>()
            .AddEpochs()
            .AddHostedService<FirstLease>();

    private static IServiceCollection AddClock(this IServiceCollection services, bool isAlone)
        => isAlone ? services.AddSingleton<IClockMemory, MemoryClockMemory>() : services.AddBlobClock();

    private static IServiceCollection AddDownloads(this IServiceCollection services, BlobDocumentOptions? blobs, bool isAlone) => blobs is null || isAlone
        ? services
            .AddSingleton<IStorageHealth, RemoteStorage>()
            .AddSingleton<DownloadFolding>()
            .AddSingleton<MemoryDownloadLedger>()
            .AddSingleton<IDownloadLedger>(provider => provider.GetRequiredService<MemoryDownloadLedger>())
            .AddHostedService(provider => provider.GetRequiredService<MemoryDownloadLedger>())
        : services
            .AddSingleton<ILiveNodes, LiveNodes>()
            .AddBlobDownloads(blobs)
            .AddHostedService<DownloadFolds>();

    private static IServiceCollection AddDrain(this IServiceCollection services, TimeSpan time) => services
        .AddHostedService(provider => new Drain(provider.GetRequiredService<Readiness>(), time, provider.GetRequiredService<TimeProvider>()))
        .Configure<HostOptions>(host => host.ShutdownTimeout = time + MostForLeaving);
}
