using System.Text;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Storage.Local.Documents;

namespace ResultsGrid.Tests.Storage;

public sealed class FolderDocumentStoreTests : IDisposable
{
    private static readonly byte[] Statement = Encoding.UTF8.GetBytes("Statement of results");

    private readonly TemporaryFolder folder = new();
    private readonly FolderDocumentStore store;

    public FolderDocumentStoreTests() => store = FolderDocumentStore.Open(folder.File("documents"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_document_is_read_back_by_its_hash_also_after_a_restart()
    {
        var hash = await store.Store(Statement);
        Assert.Equal(ContentHash.Of(Statement), hash);
        Assert.Equal(Statement, await store.Read(hash));

        var reopened = FolderDocumentStore.Open(folder.File("documents"));
        Assert.Equal(Statement, await reopened.Read(hash));
        await using var stream = await reopened.Open(hash);
        Assert.True(stream!.CanSeek);
        stream.Position = 10;
        Assert.Equal("of results", await new StreamReader(stream).ReadToEndAsync());
    }

    [Fact]
    public async Task A_document_that_was_never_stored_is_not_there()
    {
        var hash = ContentHash.Of("never"u8);
        Assert.Null(await store.Read(hash));
        Assert.Null(await store.Open(hash));
    }

    [Fact]
    public async Task Storing_the_same_bytes_again_changes_nothing()
    {
        var hash = await store.Store(Statement);
        var written = File.GetLastWriteTimeUtc(FileOf(hash));
        File.SetLastWriteTimeUtc(FileOf(hash), written.AddDays(-1));
        Assert.Equal(hash, await store.Store(Statement));
        Assert.Equal(written.AddDays(-1), File.GetLastWriteTimeUtc(FileOf(hash)));
    }

    [Fact]
    public async Task A_damaged_document_is_not_served_and_storing_it_again_mends_it()
    {
        var hash = await store.Store(Statement);
        foreach (var damaged in new[] { "Statement of fesults", "Statement", "" })
        {
            await File.WriteAllTextAsync(FileOf(hash), damaged);
            await Assert.ThrowsAsync<DamagedDocumentException>(() => store.Read(hash));
            await store.Store(Statement);
            Assert.Equal(Statement, await store.Read(hash));
        }
    }

    [Fact]
    public async Task What_a_crash_left_unfinished_is_cleared_away_at_the_start()
    {
        await store.Store(Statement);
        var left = Path.Combine(folder.File("documents"), "unfinished", "7");
        await File.WriteAllTextAsync(left, "half a st");
        FolderDocumentStore.Open(folder.File("documents"));
        Assert.False(File.Exists(left));
        Assert.Single(Directory.EnumerateFiles(folder.File("documents"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Many_threads_store_the_same_and_different_documents_at_once()
    {
        await Parallel.ForAsync(0, 400, async (number, cancellation) =>
        {
            var content = Encoding.UTF8.GetBytes($"document {number % 100}");
            var hash = await store.Store(content, cancellation);
            Assert.Equal(content, await store.Read(hash, cancellation));
        });
        Assert.Equal(100, Directory.EnumerateFiles(folder.File("documents"), "*", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public async Task A_document_past_the_bound_is_refused()
        => await Assert.ThrowsAsync<ArgumentException>(() => store.Store(new byte[IDocumentStore.MaxBytes + 1]));

    [Fact]
    public async Task A_local_disk_has_no_clock_of_its_own() => Assert.Null(await store.ReadClock());

    private string FileOf(ContentHash hash) => Path.Combine(folder.File("documents"), $"{hash}"[..2], $"{hash}"[2..4], $"{hash}");
}
