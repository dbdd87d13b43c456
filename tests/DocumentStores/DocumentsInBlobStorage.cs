using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Storage.Azure;
using ResultsGrid.Tests.Azure;

namespace ResultsGrid.Tests.DocumentStores;

[Collection(AzuriteCollection.Name)]
public sealed class DocumentsInBlobStorage(Azurite azurite) : DocumentStoreSuite, IAsyncLifetime
{
    private readonly BlobContainerClient container = azurite.NewContainer();

    protected override IDocumentStore Documents => new BlobDocumentStore(container);

    public async Task InitializeAsync() => await container.CreateAsync();

    public async Task DisposeAsync() => await container.DeleteAsync();

    protected override async Task Overwrite(ContentHash hash, byte[] content)
    {
        var blob = container.GetBlockBlobClient(DocumentBlobName.Of(hash));
        var block = Convert.ToBase64String("other"u8);
        if (content.Length > 0) await blob.StageBlockAsync(block, new MemoryStream(content));
        await blob.CommitBlockListAsync(content.Length > 0 ? [block] : [], new CommitBlockListOptions());
    }

    protected override async Task<string> WriteMark(ContentHash hash)
        => (await container.GetBlockBlobClient(DocumentBlobName.Of(hash)).GetPropertiesAsync()).Value.ETag.ToString();
}
