using System.Net;
using Azure.Storage.Blobs;
using Orleans.Storage;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.Storage;
using ResultsGrid.Storage.Azure;
using ResultsGrid.Storage.Azure.Epochs;
using ResultsGrid.Storage.Local.State;
using ResultsGrid.Tests.Epochs;

namespace ResultsGrid.Tests.Cluster.Proofs;

/// <summary>What two nodes of a test share: states and documents in a folder, which tests can copy and read; ledgers and the clock's memory in a real Azurite.</summary>
/// <remarks>
/// The epoch log is in memory: on a busy machine Azurite would cost leases, and the log in blobs has its own tests
/// (tests/Epochs). Membership is the first node's, since these tests are of changes, not of deaths.
/// </remarks>
/// <param name="port">That the first node speaks to the others on.</param>
internal sealed class SharedFolder(IServiceProvider folder, InMemoryEpochLog epochs, AzureStorageOptions account, int port) : INodeStorage
{
    public bool IsShared => true;

    public string Description => $"a folder that the nodes at port {port} share";

    public void AddServices(IServiceCollection services) => services
        .AddSingleton(folder.GetRequiredService<IStateStore>())
        .AddSingleton<IDocumentStore>(_ => folder.GetRequiredService<IDocumentStore>())
        .AddSingleton<IEpochLog>(epochs)
        .AddEpochs()
        .AddSingleton(account.Blobs(new BlobClientOptions().WithRequestBounds()).GetBlobContainerClient(account.Container))
        .AddHostedService<BlobContainerPreparation>()
        .AddSingleton<BlobClockMemory>()
        .AddSingleton<IClockMemory>(provider => provider.GetRequiredService<BlobClockMemory>())
        .AddHostedService(provider => provider.GetRequiredService<BlobClockMemory>());

    public void Configure(ISiloBuilder silo)
    {
        silo.UseDevelopmentClustering(new IPEndPoint(IPAddress.Loopback, port));
        silo.Services.AddKeyedSingleton<IGrainStorage, SqliteGrainStorage>(StoredStates.ProviderName);
    }

    public void AddDownloadLedger(IServiceCollection services) => new AzureStorage(account).AddDownloadLedger(services);
}
