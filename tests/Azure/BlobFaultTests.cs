using System.Net;
using Azure;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Storage.Azure;

namespace ResultsGrid.Tests.Azure;

[Collection(AzuriteCollection.Name)]
public sealed class BlobFaultTests(Azurite azurite)
{
    private static readonly byte[] Statement = [.. "Statement of results"u8];

    [Fact]
    public async Task A_commit_whose_answer_is_lost_is_repeated_and_finds_its_own_document()
    {
        using var storage = new UnreliableStorage(IsCommit, faults: 1);
        var documents = new BlobDocumentStore(await NewContainer(storage));

        var hash = await documents.Store(Statement);

        Assert.Equal(2, storage.Tries);
        Assert.Equal(Statement, await documents.Read(hash));
    }

    [Fact]
    public async Task A_commit_whose_blocks_another_writer_has_dropped_is_tried_anew()
    {
        using var storage = new UnreliableStorage(IsCommit, faults: 1, HttpStatusCode.BadRequest, "InvalidBlockList");
        var documents = new BlobDocumentStore(await NewContainer(storage));

        var hash = await documents.Store(Statement);

        Assert.Equal(Statement, await documents.Read(hash));
    }

    [Fact]
    public async Task A_document_that_never_wins_against_other_writers_is_a_fault()
    {
        using var storage = new UnreliableStorage(IsStaging, faults: int.MaxValue, HttpStatusCode.PreconditionFailed, "ConditionNotMet");
        var documents = new BlobDocumentStore(await NewContainer(storage));

        await Assert.ThrowsAsync<IOException>(() => documents.Store(Statement));
    }

    [Fact]
    public async Task Storage_that_stays_unavailable_is_given_up_after_a_bounded_number_of_tries()
    {
        using var storage = new UnreliableStorage(IsRead, faults: int.MaxValue);
        var documents = new BlobDocumentStore(await NewContainer(storage));

        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => documents.Read(ContentHash.Of(Statement)));

        Assert.Equal(503, fault.Status);
        Assert.Equal(1 + BlobRequestBounds.MaxRetries, storage.Tries);
    }

    [Fact]
    public async Task A_missing_container_is_a_fault_and_not_an_unknown_document()
    {
        var documents = new BlobDocumentStore(azurite.NewContainer());
        var hash = ContentHash.Of(Statement);

        var faults = new[]
        {
            await Assert.ThrowsAsync<RequestFailedException>(() => documents.Read(hash)),
            await Assert.ThrowsAsync<RequestFailedException>(() => documents.Open(hash)),
            await Assert.ThrowsAsync<RequestFailedException>(() => documents.Store(Statement)),
            await Assert.ThrowsAsync<RequestFailedException>(() => documents.ReadClock()),
        };

        Assert.All(faults, fault => Assert.Equal(BlobErrorCode.ContainerNotFound, fault.ErrorCode));
    }

    [Fact]
    public async Task A_call_that_nobody_waits_for_any_more_ends()
    {
        var documents = new BlobDocumentStore(await NewContainer(new SocketsHttpHandler()));
        using var given = new CancellationTokenSource();
        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => documents.Store(Statement, given.Token));
    }

    private static bool IsCommit(HttpRequestMessage request)
        => request.Method == HttpMethod.Put && request.RequestUri!.Query.Contains("comp=blocklist", StringComparison.Ordinal);

    private static bool IsStaging(HttpRequestMessage request)
        => request.Method == HttpMethod.Put && request.RequestUri!.Query.Contains("blockid=", StringComparison.Ordinal);

    private static bool IsRead(HttpRequestMessage request) => request.Method == HttpMethod.Get;

    private async Task<BlobContainerClient> NewContainer(HttpMessageHandler network)
    {
        var options = new BlobClientOptions { Transport = new HttpClientTransport(network) }.WithRequestBounds();
        var container = azurite.NewContainer(options);
        await container.CreateAsync();
        return container;
    }
}
