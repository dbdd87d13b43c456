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
/// <param name="path">The folder, which is locked against a second process.</param>
public sealed class LocalStorage(string path) : INodeStorage
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public bool IsShared => false;

    public string Description => $"data in {Path}";

    public void AddServices(IServiceCollection services)
    {
        services.AddLogging();
        services
            .AddSingleton(_ => DataFolder.Open(Path))
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
            .AddSingleton<IServingLease, SoleGateway>();
    }

    /// <summary>A silo that is a cluster of its own and that nobody can call from outside its process.</summary>
    public void Configure(ISiloBuilder silo)
    {
        silo.UseLocalhostClustering().UseNoSiloSockets();
        silo.Services.AddKeyedSingleton<IGrainStorage, SqliteGrainStorage>(StoredStates.ProviderName);
    }

    public void AddDownloadLedger(IServiceCollection services) => services
        .AddSingleton<DownloadFolding>()
        .AddSingleton(provider => FileDownloadLedger.Open(
            provider.GetRequiredService<DataFolder>().DownloadsFolder,
            provider.GetRequiredService<DownloadFolding>(),
            provider.GetRequiredService<StorageHealth>(),
            provider.GetRequiredService<ILogger<FileDownloadLedger>>()))
        .AddSingleton<IDownloadLedger>(provider => provider.GetRequiredService<FileDownloadLedger>())
        .AddSingleton<IFoldedLedger>(provider => provider.GetRequiredService<FileDownloadLedger>());
}
