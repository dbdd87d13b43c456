using ResultsGrid.Gateway.Documents;
using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Tests.HotPath;

public sealed class DocumentCacheTests
{
    private const int DocumentBytes = 100;

    [Fact]
    public async Task Whoever_remembers_a_place_finds_no_bytes_in_it_once_they_gave_way()
    {
        var cache = new DocumentCache(maxBytes: 3 * DocumentBytes);
        var first = await Keep(cache, 1);
        Assert.Equal(Document(1), first.Ask());

        // Asked for since the last look it stays once, and then goes.
        foreach (var number in Enumerable.Range(2, 3)) await Keep(cache, number);
        Assert.NotNull(cache.Find(first.Hash));
        foreach (var number in Enumerable.Range(5, 4)) await Keep(cache, number);

        Assert.Null(cache.Find(first.Hash));
        Assert.Null(first.Ask());
        Assert.InRange(cache.Bytes, 1, 3 * DocumentBytes);
    }

    [Fact]
    public async Task What_gave_way_and_is_read_again_has_a_new_place()
    {
        var cache = new DocumentCache(maxBytes: DocumentBytes);
        var first = await Keep(cache, 1);
        await Keep(cache, 2);
        await Keep(cache, 3);
        var again = await Keep(cache, 1);

        Assert.Null(first.Ask());
        Assert.Equal(Document(1), again.Ask());
    }

    private static async Task<CachedDocument> Keep(DocumentCache cache, int number)
    {
        var content = Document(number);
        var hash = ContentHash.Of(content);
        await cache.Get(hash, () => Task.FromResult(content));
        return Assert.IsType<CachedDocument>(cache.Find(hash));
    }

    private static byte[] Document(int number) => [.. Enumerable.Repeat((byte)number, DocumentBytes)];
}
