using Azure.Storage.Blobs;
using Orleans.Storage;

namespace ResultsGrid.Storage.Azure;

/// <summary>The one container of all states, there and closed to anonymous readers before the first grain.</summary>
internal sealed class StatesContainer(BlobContainerClient container) : IBlobContainerFactory
{
    public BlobContainerClient GetBlobContainerClient(GrainId grainId) => container;

    /// <exception cref="InvalidOperationException">The container gives its blobs to anyone who knows their names.</exception>
    public Task InitializeAsync(BlobServiceClient client) => new BlobContainerPreparation(container).StartingAsync(CancellationToken.None);
}
