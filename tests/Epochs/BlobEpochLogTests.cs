using System.Text;
using Azure;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using ResultsGrid.Storage.Azure.Epochs;
using ResultsGrid.Tests.Azure;

namespace ResultsGrid.Tests.Epochs;

[Collection(AzuriteCollection.Name)]
public sealed class BlobEpochLogTests(Azurite azurite)
{
    private static readonly Announcement Withdrawn = new("a-node", "ResultsState", "6B26/10101");
    private static readonly Announcement SignedIn = new("another", "SessionsState", "10101");

    private readonly BlobContainerClient container = azurite.NewContainer();

    [Fact]
    public async Task A_missing_log_is_begun_once_however_many_look()
    {
        var readings = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Log().Read(known: null, CancellationToken.None)));
        Assert.Single(readings.Select(reading => reading!.Record.Identity).Distinct());
        Assert.All(readings, reading => Assert.Equal((1, 0), (reading!.Record.Epoch, reading.Record.Announcements.Length)));
    }

    [Fact]
    public async Task An_unchanged_log_is_not_sent_again()
    {
        var begun = await Begin();
        Assert.Null(await Log().Read(begun.Mark, CancellationToken.None));
        await Log().Replace(begun.Mark, begun.Record.With([Withdrawn], 0), CancellationToken.None);
        Assert.Equal([Withdrawn], (await Log().Read(begun.Mark, CancellationToken.None))!.Record.Announcements.AsEnumerable());
    }

    [Fact]
    public async Task Of_two_writers_one_is_told_that_the_other_came_before()
    {
        var begun = await Begin();
        var marks = await Task.WhenAll(new[] { Withdrawn, SignedIn }.Select(one => Log().Replace(begun.Mark, begun.Record.With([one], 0), CancellationToken.None)));
        var winner = Assert.Single(marks, mark => mark is not null);
        var now = (await Log().Read(known: null, CancellationToken.None))!;
        Assert.Equal((winner, marks[0] is null ? SignedIn : Withdrawn), (now.Mark, Assert.Single(now.Record.Announcements)));
    }

    [Fact]
    public async Task A_writer_whose_block_another_dropped_has_written_nothing()
    {
        var begun = await Begin();
        using var network = new OvertakenWriter(IsCommit, () => Log().Replace(begun.Mark, begun.Record.With([SignedIn], 0), CancellationToken.None));
        Assert.Null(await Log(network).Replace(begun.Mark, begun.Record.With([Withdrawn], 0), CancellationToken.None));
        Assert.Equal(SignedIn, Assert.Single((await Log().Read(known: null, CancellationToken.None))!.Record.Announcements));
    }

    [Fact]
    public async Task A_write_whose_answer_is_lost_fails_and_may_have_happened()
    {
        var begun = await Begin();
        using var network = new UnreliableStorage(IsCommit, faults: 1);
        await Assert.ThrowsAsync<RequestFailedException>(() => Log(network).Replace(begun.Mark, begun.Record.With([Withdrawn], 0), CancellationToken.None));
        Assert.Equal(Withdrawn, Assert.Single((await Log().Read(begun.Mark, CancellationToken.None))!.Record.Announcements));
    }

    [Fact]
    public async Task A_log_that_was_deleted_is_begun_anew_with_another_identity()
    {
        var begun = await Begin();
        await container.DeleteBlobAsync(BlobEpochLog.BlobName);
        Assert.Null(await Log().Replace(begun.Mark, begun.Record, CancellationToken.None));
        Assert.NotEqual(begun.Record.Identity, (await Log().Read(begun.Mark, CancellationToken.None))!.Record.Identity);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(EpochFormat.MaxBytes + 1)]
    public async Task Something_else_in_its_place_is_a_clear_fault_and_is_left_as_it_is(int bytes)
    {
        await container.CreateAsync();
        var blob = container.GetBlockBlobClient(BlobEpochLog.BlobName);
        var block = Convert.ToBase64String("a block!"u8);
        await blob.StageBlockAsync(block, new MemoryStream(Encoding.ASCII.GetBytes(new string('x', bytes))));
        var theirs = (await blob.CommitBlockListAsync([block])).Value.ETag;
        await Assert.ThrowsAsync<InvalidDataException>(() => Log().Read(known: null, CancellationToken.None));
        Assert.Equal(theirs, (await blob.GetPropertiesAsync()).Value.ETag);
    }

    private static bool IsCommit(HttpRequestMessage request)
        => request.Method == HttpMethod.Put && request.RequestUri!.Query.Contains("comp=blocklist", StringComparison.Ordinal);

    private async Task<EpochReading> Begin() => (await Log().Read(known: null, CancellationToken.None))!;

    /// <summary>Another node's client of the same log. It tries once, so that every fault is seen.</summary>
    private BlobEpochLog Log(HttpMessageHandler? network = null)
    {
        var options = new BlobClientOptions { Retry = { MaxRetries = 0 } };
        if (network is not null) options.Transport = new HttpClientTransport(network);
        return new BlobEpochLog(new BlobContainerClient(azurite.ConnectionString, container.Name, options));
    }
}
