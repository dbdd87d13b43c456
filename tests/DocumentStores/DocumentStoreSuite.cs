using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Tests.DocumentStores;

/// <summary>What every document store keeps, whatever it stores in. A subclass says which, and how to damage a document.</summary>
public abstract class DocumentStoreSuite
{
    private const int LargeBytes = 20 * 1024 * 1024;

    protected abstract IDocumentStore Documents { get; }

    [Fact]
    public async Task A_stored_document_is_read_back_byte_for_byte()
    {
        var statement = Encoding.UTF8.GetBytes("Statement of results: Núñez, Zoë");

        var hash = await Documents.Store(statement);

        Assert.Equal(ContentHash.Of(statement), hash);
        Assert.Equal(statement, await Documents.Read(hash));
    }

    [Fact]
    public async Task An_empty_document_is_a_document()
    {
        var hash = await Documents.Store(ReadOnlyMemory<byte>.Empty);

        var content = Assert.IsType<byte[]>(await Documents.Read(hash));
        Assert.Empty(content);
        await using var stream = Assert.IsAssignableFrom<Stream>(await Documents.Open(hash));
        Assert.Equal(0, stream.Length);
        Assert.Equal(-1, stream.ReadByte());
    }

    [Fact]
    public async Task A_document_of_20_MB_is_read_back_whole()
    {
        var archive = RandomBytes(seed: 1, LargeBytes);

        var hash = await Documents.Store(archive);

        AssertSame(archive, await Documents.Read(hash));
    }

    [Fact]
    public async Task A_document_may_be_a_part_of_a_larger_buffer()
    {
        var buffer = RandomBytes(seed: 2, 1_000);

        var hash = await Documents.Store(buffer.AsMemory(100, 300));

        Assert.Equal(buffer[100..400], await Documents.Read(hash));
    }

    [Fact]
    public async Task Storing_what_is_there_already_changes_nothing()
    {
        var broadsheet = RandomBytes(seed: 3, 5_000);
        var first = await Documents.Store(broadsheet);
        var written = await WriteMark(first);

        var second = await Documents.Store(broadsheet);

        Assert.Equal(first, second);
        Assert.Equal(written, await WriteMark(first));
    }

    [Fact]
    public async Task Writers_of_the_same_document_at_once_all_succeed()
    {
        var summary = RandomBytes(seed: 4, 6 * 1024 * 1024);

        var hashes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Documents.Store(summary))));

        Assert.Equal(ContentHash.Of(summary), Assert.Single(hashes.Distinct()));
        AssertSame(summary, await Documents.Read(hashes[0]));
    }

    [Fact]
    public async Task Writers_who_mend_the_same_document_at_once_all_succeed()
    {
        var summary = RandomBytes(seed: 5, 50_000);
        var hash = await Documents.Store(summary);
        await Overwrite(hash, summary[..100]);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Documents.Store(summary))));

        Assert.Equal(summary, await Documents.Read(hash));
    }

    [Fact]
    public async Task An_unknown_hash_has_no_document()
    {
        await Documents.Store(RandomBytes(seed: 6, 100));
        var unknown = ContentHash.Of("never stored"u8);

        Assert.Null(await Documents.Read(unknown));
        Assert.Null(await Documents.Open(unknown));
    }

    [Theory]
    [InlineData(99, 0)]
    [InlineData(100, 1)]
    [InlineData(101, 0)]
    [InlineData(0, 0)]
    public async Task A_damaged_document_is_never_read_and_is_mended_by_storing_it_again(int bytesLeft, int bitsFlipped)
    {
        var results = RandomBytes(seed: 7, 100);
        var hash = await Documents.Store(results);
        var damaged = new byte[bytesLeft];
        results.AsSpan(0, Math.Min(100, bytesLeft)).CopyTo(damaged);
        if (bitsFlipped == 1) damaged[50] ^= 1;
        await Overwrite(hash, damaged);

        var fault = await Assert.ThrowsAsync<DamagedDocumentException>(() => Documents.Read(hash));
        var again = await Documents.Store(results);

        Assert.Contains(hash.ToString(), fault.Message, StringComparison.Ordinal);
        Assert.Equal(hash, again);
        Assert.Equal(results, await Documents.Read(hash));
    }

    [Fact]
    public async Task An_open_document_gives_any_range()
    {
        var archive = RandomBytes(seed: 8, LargeBytes);
        await using var stream = Assert.IsAssignableFrom<Stream>(await Documents.Open(await Documents.Store(archive)));

        Assert.True(stream.CanSeek);
        Assert.Equal(LargeBytes, stream.Length);
        foreach (var (start, count) in new[] { (LargeBytes - 7, 7), (0, 1), (4 * 1024 * 1024 - 3, 6), (1_000_000, 3_000_000), (1_000_001, 10) })
        {
            var range = new byte[count];
            stream.Seek(start, SeekOrigin.Begin);
            await stream.ReadExactlyAsync(range);
            AssertSame(archive[start..(start + count)], range);
        }

        stream.Seek(0, SeekOrigin.End);
        Assert.Equal(-1, stream.ReadByte());
    }

    [Fact]
    public async Task Readers_of_one_document_do_not_move_each_other()
    {
        var hash = await Documents.Store("abc"u8.ToArray());
        await using var one = Assert.IsAssignableFrom<Stream>(await Documents.Open(hash));
        await using var other = Assert.IsAssignableFrom<Stream>(await Documents.Open(hash));

        Assert.Equal('a', one.ReadByte());
        Assert.Equal('a', other.ReadByte());
        Assert.Equal('b', one.ReadByte());
    }

    [Fact]
    public void Documents_that_differ_never_share_a_name()
        => Prop.ForAll(
            ArbMap.Default.ArbFor<byte[]>(),
            content =>
            {
                byte[][] neighbours = [content, [.. content, 0], [0, .. content], [.. content, .. content]];
                var hashes = neighbours.Select(neighbour => Documents.Store(neighbour).GetAwaiter().GetResult()).ToList();
                return neighbours.Zip(hashes).All(pair => Documents.Read(pair.Second).GetAwaiter().GetResult()!.SequenceEqual(pair.First));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public async Task A_document_past_the_limit_is_refused_before_anything_is_stored()
    {
        var tooLarge = GC.AllocateUninitializedArray<byte>(IDocumentStore.MaxBytes + 1);

        var refusal = await Assert.ThrowsAnyAsync<ArgumentException>(() => Documents.Store(tooLarge));

        Assert.Contains($"{IDocumentStore.MaxBytes}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_comes_as_a_stream_is_the_same_document()
    {
        var package = RandomBytes(seed: 9, LargeBytes + 1);
        using var stream = new MemoryStream(package);

        var hash = await Documents.Store(stream);

        Assert.Equal(ContentHash.Of(package), hash);
        AssertSame(package, await Documents.Read(hash));
    }

    [Fact]
    public async Task A_sender_who_breaks_off_is_not_taken_for_a_storage_that_fails()
    {
        var breakingOff = new IOException("The client closed the connection.");
        await using var stream = new BrokenStream(RandomBytes(seed: 10, 5 * 1024 * 1024), breakingOff);

        Assert.Same(breakingOff, await Assert.ThrowsAsync<IOException>(() => Documents.Store(stream)));
    }

    /// <summary>Puts other bytes under a document's name, past the store.</summary>
    protected abstract Task Overwrite(ContentHash hash, byte[] content);

    /// <summary>Something that changes when the document is written again: an ETag, a time of writing.</summary>
    protected abstract Task<string> WriteMark(ContentHash hash);

    /// <summary>Equal bytes, without printing megabytes where they are not.</summary>
    private static void AssertSame(byte[] expected, byte[]? found)
    {
        Assert.Equal(expected.Length, found?.Length);
        Assert.Equal(expected.Length, expected.AsSpan().CommonPrefixLength(found));
    }

    /// <summary>Gives its bytes and then a fault.</summary>
    private sealed class BrokenStream(byte[] bytes, IOException fault) : MemoryStream(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw fault;
    }

    private static byte[] RandomBytes(int seed, int count)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
