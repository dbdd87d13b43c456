using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using ResultsGrid.Storage.Azure;
using ResultsGrid.Tests.Clock;

namespace ResultsGrid.Tests.Azure;

/// <summary>The nodes of a cluster keep one highest moment together.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class BlobClockMemoryTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly DateTimeOffset Midnight = new(2026, 8, 12, 23, 1, 0, TimeSpan.Zero);

    private readonly BlobContainerClient container = azurite.NewContainer();

    public async Task InitializeAsync() => await container.CreateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Storage_that_never_kept_a_moment_gives_none()
    {
        using var memory = await Started();
        Assert.Null(memory.Read());
    }

    [Fact]
    public async Task A_moment_that_was_kept_is_there_for_every_later_node()
    {
        using var memory = await Started();
        memory.Write(Midnight);
        await memory.Keep(CancellationToken.None);
        using var later = await Started();
        Assert.Equal(Midnight, later.Read());
    }

    [Fact]
    public async Task A_node_whose_clock_is_behind_never_takes_the_moment_back()
    {
        using var ahead = await Started();
        using var behind = await Started();
        ahead.Write(Midnight);
        await ahead.Keep(CancellationToken.None);
        behind.Write(Midnight.AddMinutes(-1));
        await behind.Keep(CancellationToken.None);
        using var later = await Started();
        Assert.Equal(Midnight, later.Read());
    }

    [Fact]
    public async Task A_blob_that_holds_no_moment_stops_the_start_and_says_what_to_do()
    {
        var block = Convert.ToBase64String("1"u8);
        var blob = container.GetBlockBlobClient(BlobClockMemory.BlobName);
        await blob.StageBlockAsync(block, new MemoryStream(Encoding.ASCII.GetBytes("midnight")));
        await blob.CommitBlockListAsync([block]);
        var refusal = await Assert.ThrowsAsync<InvalidDataException>(Started);
        Assert.Contains("'midnight', and no moment", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_storage_does_not_take_it_whoever_gives_a_moment_hears_so()
    {
        using var memory = await Started();
        await container.DeleteAsync();
        memory.Write(Midnight);
        await memory.Keep(CancellationToken.None);
        Assert.Throws<IOException>(() => memory.Write(Midnight.AddSeconds(10)));
        await container.CreateAsync();
        await memory.Keep(CancellationToken.None);
        memory.Write(Midnight.AddSeconds(20));
        using var later = await Started();
        Assert.Equal(Midnight.AddSeconds(10), later.Read());
    }

    private async Task<BlobClockMemory> Started()
    {
        var memory = new BlobClockMemory(container, new FakeClock());
        await memory.StartAsync(CancellationToken.None);
        return memory;
    }
}
