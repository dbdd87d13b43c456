using System.Text;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Storage.Local.Documents;
using ResultsGrid.Tests.Storage;

namespace ResultsGrid.Tests.DocumentStores;

/// <summary>Text is kept compressed only, and what comes back is the text or nothing.</summary>
public sealed class ContentArchiveTests : IDisposable
{
    private const string Csv = "text/csv; charset=utf-8";

    private static readonly byte[] Text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 500).Select(row => $"{row},centre,candidate\r\n")));

    private readonly TemporaryFolder folder = new();
    private readonly FolderDocumentStore store;
    private readonly ContentArchive archive;

    public ContentArchiveTests()
    {
        store = FolderDocumentStore.Open(folder.Path);
        archive = new ContentArchive(store);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Text_is_kept_in_its_compressed_forms_alone()
    {
        var kept = await archive.Store(Text, Csv, CancellationToken.None);
        Assert.Equal((ContentHash.Of(Text), Text.Length), (kept.Sha256, kept.Bytes));
        Assert.Null(await store.Read(kept.Sha256));
        Assert.Equal(kept.Stored, [kept.Gzip!.Hash, kept.Brotli!.Hash]);
        Assert.Equal(Text, await archive.Read(kept, CancellationToken.None));
    }

    [Theory]
    [InlineData("application/pdf", 10_000)]
    [InlineData(Csv, 3)]
    public async Task What_compressing_does_not_make_smaller_is_kept_as_it_is(string mediaType, int length)
    {
        var kept = await archive.Store(Text[..length], mediaType, CancellationToken.None);
        Assert.Null(kept.Gzip);
        Assert.Equal([kept.Sha256], kept.Stored);
        Assert.Equal(Text[..length], await store.Read(kept.Sha256));
        Assert.Equal(Text[..length], await archive.Read(kept, CancellationToken.None));
    }

    [Theory]
    [InlineData(0, 499)]
    [InlineData(1, 500)]
    [InlineData(0, 501)]
    public async Task A_compressed_form_of_something_else_is_damage(int from, int to)
    {
        var kept = await archive.StoreForItself(Text[..500], CancellationToken.None);
        var other = Compression.Gzip(Text[from..to])!;
        var lying = kept with { Gzip = new EncodedCopy(await store.Store(other), other.Length) };
        await Assert.ThrowsAsync<DamagedDocumentException>(() => archive.Read(lying, CancellationToken.None));
    }

    [Fact]
    public async Task A_compressed_form_that_does_not_decompress_is_damage()
    {
        var kept = await archive.StoreForItself(Text, CancellationToken.None);
        var lying = kept with { Gzip = new EncodedCopy(await store.Store(Text), Text.Length) };
        await Assert.ThrowsAsync<DamagedDocumentException>(() => archive.Read(lying, CancellationToken.None));
    }

    [Fact]
    public async Task What_the_store_lost_is_null()
    {
        var kept = await archive.StoreForItself(Text, CancellationToken.None);
        Assert.Null(await new ContentArchive(FolderDocumentStore.Open(Path.Combine(folder.Path, "elsewhere"))).Read(kept, CancellationToken.None));
    }
}
