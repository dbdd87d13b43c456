using System.Net;
using Azure;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using ResultsGrid.Storage.Azure;

namespace ResultsGrid.Tests.Azure;

/// <summary>What a cluster's node asks of the blobs that its grains' states lie in.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class StateRequestTests(Azurite azurite)
{
    [Fact]
    public async Task A_write_whose_answer_is_lost_is_of_unknown_outcome_and_no_conflict_with_itself()
    {
        using var storage = new UnreliableStorage(IsCommit, faults: 1);
        var state = await NewState(storage);

        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => Begin(state));

        Assert.Equal((int)HttpStatusCode.ServiceUnavailable, fault.Status);
        Assert.Equal(1, storage.Tries);
        Assert.Equal("first", await Read(state));
    }

    [Fact]
    public async Task A_read_whose_answer_is_lost_is_tried_again()
    {
        using var storage = new UnreliableStorage(request => request.Method == HttpMethod.Get, faults: 1);
        var state = await NewState(storage);
        await Begin(state);

        Assert.Equal("first", await Read(state));
        Assert.Equal(2, storage.Tries);
    }

    private static bool IsCommit(HttpRequestMessage request)
        => request.Method == HttpMethod.Put && request.RequestUri!.Query.Contains("comp=blocklist", StringComparison.Ordinal);

    /// <summary>Writes it, on the condition that it is not there yet.</summary>
    private static async Task Begin(BlockBlobClient state)
    {
        var block = Convert.ToBase64String([0]);
        using var body = new MemoryStream([.. "first"u8]);
        await state.StageBlockAsync(block, body);
        await state.CommitBlockListAsync([block], new CommitBlockListOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } });
    }

    private static async Task<string> Read(BlockBlobClient state)
    {
        using var download = (await state.DownloadStreamingAsync()).Value;
        using var reader = new StreamReader(download.Content);
        return await reader.ReadToEndAsync();
    }

    private async Task<BlockBlobClient> NewState(HttpMessageHandler network)
    {
        var container = azurite.NewContainer(new BlobClientOptions { Transport = new HttpClientTransport(network) }.WithStateBounds());
        await container.CreateAsync();
        return container.GetBlockBlobClient("state.json");
    }
}
