using ResultsGrid.Azure;
using ResultsGrid.Embedded;
using ResultsGrid.Gateway.Api;
using ResultsGrid.Gateway.Api.Documents;
using ResultsGrid.Gateway.Api.Server;
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
            Args = ServerSetUp.HostArguments,
        });
        builder.AddResultsGridServer(settings.Urls);
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
