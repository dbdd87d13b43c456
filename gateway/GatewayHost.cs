using Microsoft.AspNetCore.Connections;
using ResultsGrid.Azure;
using ResultsGrid.Embedded;
using ResultsGrid.Gateway.Api;
using ResultsGrid.Gateway.Api.Callers;
using ResultsGrid.Gateway.Api.Documents;
using ResultsGrid.Gateway.Api.Work;
using ResultsGrid.Grains.Release;
using ResultsGrid.Grains.Series;

namespace ResultsGrid.Gateway;

/// <summary>Puts the gateway on the embedded host.</summary>
public static class GatewayHost
{
    /// <param name="adjust">Replaces services before the host is built: a test's clock, say.</param>
    public static WebApplication Build(GatewaySettings settings, Action<WebApplicationBuilder>? adjust = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(GatewayHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            // Watching settings files for changes would watch every document that is written below the current folder.
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.WebHost.UseUrls(settings.Urls);
        builder.WebHost.ConfigureKestrel(ServerLimits.Apply);
        // One queue less on the way in and one on the way out: requests are on the thread pool already when the sockets hand them over.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        builder.Services.AddSingleton<IMemoryPoolFactory<byte>, SendBlocks>();
        // Authentication would write a line for every request without good credentials: on the night, a flood.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("ResultsGrid", LogLevel.Information)
            .AddFilter(typeof(CallerAuthentication).FullName, LogLevel.Warning)
            // It writes nothing at that level, but asked it would make an activity and a log scope for each request.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Services
            .AddEmbeddedData(settings.Data)
            .AddEmbeddedGrains(new EmbeddedOptions { RoundTripContracts = settings.RoundTripContracts }, typeof(ISeriesGrain).Assembly)
            .AddSingleton<IClockMemory, FileClockMemory>()
            .AddHostedService<InterruptedWork>()
            .AddEmbeddedDownloads().AddHostedService<DownloadFolds>()
            .AddResultsGridGateway();
        if (settings.WorkThreads is { } threads) builder.Services.Configure<WorkOptions>(options => options.Threads = threads);
        // Documents lie in the data folder unless a storage account is configured.
        if (BlobDocumentOptions.From(builder.Configuration) is { } blobs) builder.Services.AddBlobDocuments(blobs);
        adjust?.Invoke(builder);
        return builder.Build().MapResultsGrid();
    }
}
