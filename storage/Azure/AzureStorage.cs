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
public sealed class AzureStorage(AzureStorageOptions account) : INodeStorage
{
    public bool IsShared => true;

    /// <summary>Azurite, whose key everybody knows.</summary>
    public bool IsEmulator => account.IsEmulator;

    public string Description => $"{account}; membership in its tables";

    public void AddServices(IServiceCollection services) => services
        .AddSingleton(account.Blobs(new BlobClientOptions().WithRequestBounds()).GetBlobContainerClient(account.Container))
        .AddSingleton<IDocumentStore, BlobDocumentStore>()
        .AddHostedService<BlobContainerPreparation>()
        .AddSingleton<IEpochLog, BlobEpochLog>()
        .AddEpochs()
        // Before the gateway's own services: the moment is read before anything is decided.
        .AddSingleton<BlobClockMemory>()
        .AddSingleton<IClockMemory>(provider => provider.GetRequiredService<BlobClockMemory>())
        .AddHostedService(provider => provider.GetRequiredService<BlobClockMemory>());

    public void Configure(ISiloBuilder silo)
    {
        silo.UseAzureStorageClustering(clustering => clustering.TableServiceClient = account.Tables(new TableClientOptions().WithRequestBounds()));
        AddStates(silo, StoredStates.ProviderName, account);
    }

    public void AddDownloadLedger(IServiceCollection services)
    {
        var container = account.Blobs(new BlobClientOptions().WithRequestBounds()).GetBlobContainerClient(account.DownloadsContainer);
        var appending = account.Blobs(new BlobClientOptions().WithAppendBounds()).GetBlobContainerClient(account.DownloadsContainer);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<StorageHealth>();
        services.TryAddSingleton<IStorageHealth>(provider => provider.GetRequiredService<StorageHealth>());
        services
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

    /// <summary>A grain storage of a name: one blob a state, by Orleans' own provider.</summary>
    public static void AddStates(ISiloBuilder silo, string name, AzureStorageOptions account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var blobs = account.Blobs(new BlobClientOptions().WithStateBounds());
        silo.AddAzureBlobGrainStorage(name, storage =>
        {
            storage.BlobServiceClient = blobs;
            storage.ContainerName = account.StatesContainer;
            storage.BuildContainerFactory = (_, _) => new StatesContainer(blobs.GetBlobContainerClient(account.StatesContainer));
        });
    }
}
