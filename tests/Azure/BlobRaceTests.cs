using Azure;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Storage.Azure;

namespace ResultsGrid.Tests.Azure;

[Collection(AzuriteCollection.Name)]
public sealed class BlobRaceTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly byte[] Summary = [.. "Summary of results"u8];

    private readonly BlobContainerClient container = azurite.NewContainer();

    public async Task InitializeAsync() => await container.CreateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("comp=block&")]
    [InlineData("comp=blocklist")]
    public async Task A_document_that_another_writer_stored_meanwhile_is_left_as_it_is(string overtakenAt)
    {
        var theirs = default(ETag);
        using var network = new OvertakenWriter(IsWrite(overtakenAt), async () => theirs = await StoreAndMark());

        var hash = await Over(network).Store(Summary);

        Assert.NotEqual(default, theirs);
        Assert.Equal(theirs, await Mark(hash));
    }

    [Fact]
    public async Task A_document_that_another_writer_mended_meanwhile_is_left_as_it_is()
    {
        var hash = ContentHash.Of(Summary);
        await Blob(hash).CommitBlockListAsync([]);
        var theirs = default(ETag);
        using var network = new OvertakenWriter(IsWrite("comp=blocklist"), async () => theirs = await StoreAndMark());

        await Over(network).Store(Summary);

        Assert.NotEqual(default, theirs);
        Assert.Equal(theirs, await Mark(hash));
    }

    [Fact]
    public async Task A_damaged_document_that_vanished_meanwhile_is_stored()
    {
        var hash = ContentHash.Of(Summary);
        await Blob(hash).CommitBlockListAsync([]);
        using var network = new OvertakenWriter(IsWrite("comp=blocklist"), () => Blob(hash).DeleteAsync());

        await Over(network).Store(Summary);

        Assert.Equal(Summary, await new BlobDocumentStore(container).Read(hash));
    }

    private static Func<HttpRequestMessage, bool> IsWrite(string query)
        => request => request.Method == HttpMethod.Put && $"{request.RequestUri!.Query}&".Contains(query, StringComparison.Ordinal);

    private BlobDocumentStore Over(HttpMessageHandler network)
        => new(new BlobContainerClient(azurite.ConnectionString, container.Name, new BlobClientOptions { Transport = new HttpClientTransport(network) }));

    private BlockBlobClient Blob(ContentHash hash) => container.GetBlockBlobClient(DocumentBlobName.Of(hash));

    private async Task<ETag> StoreAndMark() => await Mark(await new BlobDocumentStore(container).Store(Summary));

    private async Task<ETag> Mark(ContentHash hash) => (await Blob(hash).GetPropertiesAsync()).Value.ETag;
}
