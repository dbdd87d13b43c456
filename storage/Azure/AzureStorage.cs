using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.Storage.Azure.Downloads;
using ResultsGrid.Storage.Azure.Epochs;

namespace ResultsGrid.Storage.Azure;

/// <summary>Everything of a cluster in one storage account: membership in a table; states, documents, download ledgers, epochs and the clock's memory in blobs.</summary>
public static class AzureStorage
{
    /// <summary>Everything but the silo's own part. The host brings <see cref="ILiveNodes"/> for the ledger.</summary>
    public static IServiceCollection AddAzureStorage(this IServiceCollection services, AzureStorageOptions account) => services
        .AddBlobDocuments(account)
        .AddSingleton<IEpochLog, BlobEpochLog>()
        .AddEpochs()
        // Before the gateway's own services: the moment is read before anything is decided.
        .AddSingleton<BlobClockMemory>()
        .AddSingleton<IClockMemory>(provider => provider.GetRequiredService<BlobClockMemory>())
        .AddHostedService(provider => provider.GetRequiredService<BlobClockMemory>());

    /// <summary>The download ledger: behind the silo, since it folds into grains as it stops.</summary>
    public static IServiceCollection AddAzureDownloads(this IServiceCollection services, AzureStorageOptions account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var container = account.Blobs(new BlobClientOptions().WithRequestBounds()).GetBlobContainerClient(account.DownloadsContainer);
        var appending = account.Blobs(new BlobClientOptions().WithAppendBounds()).GetBlobContainerClient(account.DownloadsContainer);
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

    /// <summary>Registers the document store, and the preparation of its container when the host starts.</summary>
    public static IServiceCollection AddBlobDocuments(this IServiceCollection services, AzureStorageOptions account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return services
            .AddSingleton(account.Blobs(new BlobClientOptions().WithRequestBounds()).GetBlobContainerClient(account.Container))
            .AddSingleton<IDocumentStore, BlobDocumentStore>()
            .AddHostedService<BlobContainerPreparation>();
    }

    /// <summary>Membership and grains' states, by Orleans' own providers.</summary>
    public static ISiloBuilder UseAzureStorage(this ISiloBuilder silo, AzureStorageOptions account)
    {
        ArgumentNullException.ThrowIfNull(silo);
        ArgumentNullException.ThrowIfNull(account);
        silo.UseAzureStorageClustering(clustering => clustering.TableServiceClient = account.Tables(new TableClientOptions().WithRequestBounds()));
        return silo.AddBlobStates(StoredStates.ProviderName, account);
    }

    /// <summary>A grain storage of a name: one blob a state.</summary>
    public static ISiloBuilder AddBlobStates(this ISiloBuilder silo, string name, AzureStorageOptions account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var blobs = account.Blobs(new BlobClientOptions().WithStateBounds());
        return silo.AddAzureBlobGrainStorage(name, storage =>
        {
            storage.BlobServiceClient = blobs;
            storage.ContainerName = account.StatesContainer;
            storage.BuildContainerFactory = (_, _) => new StatesContainer(blobs.GetBlobContainerClient(account.StatesContainer));
        });
    }
}
