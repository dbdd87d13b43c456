using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Azure.Downloads;

/// <summary>Puts the download ledger of a cluster's node in Azure Blob Storage.</summary>
public static class BlobDownloadServices
{
    /// <summary>Registers the ledger in the documents' storage account. The host brings ILiveNodes and IGrainFactory.</summary>
    public static IServiceCollection AddBlobDownloads(this IServiceCollection services, BlobDocumentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var container = BlobDocumentServices.Connect(options, options.DownloadsContainer, new BlobClientOptions().WithRequestBounds());
        var appending = BlobDocumentServices.Connect(options, options.DownloadsContainer, new BlobClientOptions().WithAppendBounds());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<StorageHealth>();
        services.TryAddSingleton<IStorageHealth>(provider => provider.GetRequiredService<StorageHealth>());
        return services
            .AddSingleton<IHostedService>(_ => new BlobContainerPreparation(container))
            .AddSingleton<DownloadFolding>()
            .AddSingleton(provider => new BlobDownloadLedger(
                appending,
                container,
                provider.GetRequiredService<ILiveNodes>(),
                provider.GetRequiredService<DownloadFolding>(),
                provider.GetRequiredService<StorageHealth>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<BlobDownloadLedger>>()))
            .AddSingleton<IDownloadLedger>(provider => provider.GetRequiredService<BlobDownloadLedger>())
            .AddSingleton<IFoldedLedger>(provider => provider.GetRequiredService<BlobDownloadLedger>());
    }
}
