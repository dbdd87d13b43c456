using ResultsGrid.Azure;
using ResultsGrid.Gateway.Api;
using ResultsGrid.Gateway.Api.Server;
using ResultsGrid.Gateway.Api.Work;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.Silo.Development;
using ResultsGrid.Silo.Hosting;
using ResultsGrid.Silo.Nodes;
using ResultsGrid.Silo.State;

namespace ResultsGrid.Silo;

/// <summary>Puts the gateway on a node of an Orleans cluster.</summary>
public static class SiloHost
{
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
    /// <exception cref="ArgumentException">The configuration names something that can't be; the message says what, where and why.</exception>
    public static WebApplication Build(WebApplicationBuilder builder, SiloSettings settings, IClusterStorage storage)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(storage);
        var node = NodeOptions.From(builder.Configuration);
        builder.AddResultsGridServer(settings.Urls);
        // Its warning at every start recommends the server collector, which was measured and is not wanted (docs/capacity.md).
        builder.Logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error);
        // First, so that the grains answer before anything that asks them starts, and after it has stopped.
        builder.UseOrleans(silo =>
        {
            storage.Configure(silo);
            silo.AddNode(node).AddResultsGridGrains(new GrainBounds());
        });
        builder.Services.AddStorage(builder.Configuration, isDevelopment: storage is DevelopmentCluster).AddResultsGridGateway();
        if (settings.WorkThreads is { } threads) builder.Services.Configure<WorkOptions>(options => options.Threads = threads);
        return builder.Build().MapResultsGrid();
    }

    private static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration, bool isDevelopment)
    {
        if (BlobDocumentOptions.From(configuration) is { } blobs) services.AddBlobDocuments(blobs);
        else if (isDevelopment) services.AddSingleton<IDocumentStore, MemoryDocumentStore>();
        else throw new ArgumentException($"{BlobDocumentOptions.Section} names no storage account: the nodes of a cluster share their documents, so each needs the same one.");

        return services
            .AddSingleton<LocalStateChanges>()
            .AddSingleton<IStateChanges>(provider => provider.GetRequiredService<LocalStateChanges>())
            .AddSingleton<IStateAnnouncer>(provider => provider.GetRequiredService<LocalStateChanges>())
            .AddSingleton<IStorageHealth, RemoteStorage>()
            .AddSingleton<IClockMemory, MemoryClockMemory>()
            .AddSingleton<DownloadFolding>()
            .AddSingleton<MemoryDownloadLedger>()
            .AddSingleton<IDownloadLedger>(provider => provider.GetRequiredService<MemoryDownloadLedger>())
            .AddHostedService(provider => provider.GetRequiredService<MemoryDownloadLedger>());
    }
}
