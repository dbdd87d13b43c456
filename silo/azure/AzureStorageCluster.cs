using ResultsGrid.Silo.Nodes;
using ResultsGrid.Silo.State;

namespace ResultsGrid.Silo.Azure;

/// <summary>Membership in Azure Table Storage and state in blobs, one blob a state, through Orleans' own providers.</summary>
public sealed class AzureStorageCluster : IClusterStorage
{
    private readonly AzureStorageOptions account;

    private AzureStorageCluster(AzureStorageOptions account) => this.account = account;

    public string Description => $"membership in tables and state in blobs of the storage account {account.Blobs.AccountName}";

    /// <summary>What the section <see cref="AzureStorageOptions.Section"/> says; null where it names no account.</summary>
    /// <exception cref="ArgumentException">Something in the section is not what it should be.</exception>
    public static AzureStorageCluster? From(IConfiguration configuration) => AzureStorageOptions.From(configuration) is { } account ? new(account) : null;

    public void Configure(ISiloBuilder silo)
    {
        ArgumentNullException.ThrowIfNull(silo);
        silo.UseAzureStorageClustering(clustering => clustering.TableServiceClient = account.Tables);
        silo.AddAzureBlobGrainStorage(StoredStates.ProviderName, storage =>
        {
            storage.BlobServiceClient = account.Blobs;
            storage.ContainerName = account.Container;
            storage.BuildContainerFactory = (_, _) => new StatesContainer(account.Blobs.GetBlobContainerClient(account.Container));
        });
    }
}
