using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Storage;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.Storage.Local.Documents;
using ResultsGrid.Storage.Local.Downloads;
using ResultsGrid.Storage.Local.State;

namespace ResultsGrid.Storage.Local;

/// <summary>Everything of a single node in one folder: states in SQLite, documents, download ledger and the clock's memory in files.</summary>
public static class LocalStorage
{
    /// <param name="path">The folder, which is locked against a second process.</param>
    public static IServiceCollection AddLocalStorage(this IServiceCollection services, string path)
    {
        services.AddLogging();
        return services
            .AddSingleton(_ => DataFolder.Open(path))
            .AddSingleton<StorageHealth>()
            .AddSingleton<IStorageHealth>(provider => provider.GetRequiredService<StorageHealth>())
            .AddSingleton<IStateStore>(provider => SqliteStateStore.Open(
                provider.GetRequiredService<DataFolder>().ExistingOrNewStateFile(), provider.GetRequiredService<StorageHealth>()))
            .AddSingleton<IDocumentStore>(provider => FolderDocumentStore.Open(
                provider.GetRequiredService<DataFolder>().DocumentsFolder, provider.GetRequiredService<StorageHealth>()))
            .AddSingleton<IClockMemory, FileClockMemory>()
            .AddSingleton<StateListeners>()
            .AddSingleton<IStateChanges>(provider => provider.GetRequiredService<StateListeners>())
            .AddSingleton<IStateAnnouncer, LocalAnnouncer>()
            .AddSingleton<IServingLease, SoleGateway>()
            .AddLocalDownloads();
    }

    /// <summary>A silo that is a cluster of its own and that nobody can call from outside its process.</summary>
    public static ISiloBuilder UseLocalStorage(this ISiloBuilder silo)
    {
        ArgumentNullException.ThrowIfNull(silo);
        silo.UseLocalhostClustering().UseNoSiloSockets();
        silo.Services.AddKeyedSingleton<IGrainStorage, SqliteGrainStorage>(StoredStates.ProviderName);
        return silo;
    }

    /// <summary>The download ledger; it folds into the Results grains.</summary>
    private static IServiceCollection AddLocalDownloads(this IServiceCollection services) => services
        .AddSingleton<DownloadFolding>()
        .AddSingleton(provider => FileDownloadLedger.Open(
            provider.GetRequiredService<DataFolder>().DownloadsFolder,
            provider.GetRequiredService<DownloadFolding>(),
            provider.GetRequiredService<StorageHealth>(),
            provider.GetRequiredService<ILogger<FileDownloadLedger>>()))
        .AddSingleton<IDownloadLedger>(provider => provider.GetRequiredService<FileDownloadLedger>())
        .AddSingleton<IFoldedLedger>(provider => provider.GetRequiredService<FileDownloadLedger>());
}
