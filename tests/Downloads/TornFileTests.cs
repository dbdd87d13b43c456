using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Tests.Downloads;

/// <summary>What power cuts and failing disks leave of the ledger's files.</summary>
public sealed class TornFileTests : IAsyncLifetime
{
    private static readonly CentreNumber Centre = LedgerHost.Centres[0];

    private LedgerHost host = null!;

    public Task InitializeAsync()
    {
        host = LedgerHost.Start();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Cut_at_any_byte_the_ledger_keeps_every_whole_block()
    {
        var ends = await Blocks(3);
        var (whole, source) = (await File.ReadAllBytesAsync(host.Files[^1]), host.Image());
        for (var length = 0; length <= ends[^1]; length++)
        {
            await host.Left(Copy(source, whole[..length]));
            var expected = ends.Count(end => end <= length);
            var found = (await host.Folded()).Values.Sum();
            Assert.True(expected == found, $"Cut at byte {length} of {ends[^1]}: {expected} entries were whole, {found} were found.");
        }
    }

    [Fact]
    public async Task A_last_block_that_is_wrong_anywhere_is_none_and_what_stands_before_it_stays()
    {
        var ends = await Blocks(3);
        var (whole, source) = (await File.ReadAllBytesAsync(host.Files[^1]), host.Image());
        for (var at = ends[1]; at < ends[2]; at++)
        {
            await host.Left(Copy(source, Wrong(whole, at)));
            var found = (await host.Folded()).Values.Sum();
            Assert.True(found == 2, $"Wrong at byte {at}: 2 entries were whole, {found} were found.");
        }
    }

    [Fact]
    public async Task Damage_with_a_good_block_behind_it_refuses_the_start_and_says_what_to_do()
    {
        var ends = await Blocks(3);
        var (whole, source) = (await File.ReadAllBytesAsync(host.Files[^1]), host.Image());
        for (var at = 0; at < ends[1]; at++)
        {
            var image = Copy(source, Wrong(whole, at));
            var fault = Assert.Throws<InvalidDataException>(() => host.Crash(image));
            Assert.Contains("is damaged at byte", fault.Message, StringComparison.Ordinal);
            Assert.Contains("docs/operations.md", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_lost_file_or_folder_is_noticed()
    {
        await Blocks(1);
        var image = host.Image();
        Directory.Delete(image, recursive: true);
        Assert.Contains("is missing", Assert.Throws<InvalidDataException>(() => host.Crash(image)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Full_files_go_once_they_are_folded_and_one_lost_between_two_is_noticed()
    {
        const int entries = 5_000;
        // 7,500 bytes each, so that 16 MB hold about 2,200.
        string[] documents = [.. Enumerable.Range(0, 30).Select(number => $"{number:00}{new string('x', 250)}")];
        await RecordInGroups(entries, documents);
        Assert.Equal(3, host.Files.Count);

        var image = host.Image();
        var middle = Directory.EnumerateFiles(image).Order(StringComparer.Ordinal).ElementAt(1);
        var bytes = await File.ReadAllBytesAsync(middle);
        File.Delete(middle);
        Assert.Contains("entries are missing", Assert.Throws<InvalidDataException>(() => host.Crash(image)).Message, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(middle, bytes);

        host.Crash(image);
        Assert.True(await host.Ledger.FoldLeft(CancellationToken.None));
        Assert.Empty(host.Files);
        Assert.All(await host.Fetches(Centre), fetch => Assert.Equal(entries, fetch.Count));
        await RecordInGroups(entries, documents);
        Assert.True(await host.Ledger.FoldAll(CancellationToken.None));
        Assert.Single(host.Files);
        Assert.All(await host.Fetches(Centre), fetch => Assert.Equal(2 * entries, fetch.Count));
    }

    private async Task RecordInGroups(int entries, string[] documents)
    {
        foreach (var group in Enumerable.Range(0, entries).Chunk(400)) await Task.WhenAll(group.Select(_ => host.Record(Centre, "user", documents).AsTask()));
    }

    /// <summary>One entry a block.</summary>
    /// <returns>Where each block ends in the file.</returns>
    private async Task<IReadOnlyList<int>> Blocks(int count)
    {
        var ends = new List<int>();
        for (var number = 0; number < count; number++)
        {
            await host.Record(Centre, $"user {number}");
            ends.Add((await File.ReadAllBytesAsync(host.Files[^1])).AsSpan().LastIndexOfAnyExcept((byte)0) + 1);
        }

        return ends;
    }

    /// <summary>Another image, of which the newest file has these bytes.</summary>
    private string Copy(string source, byte[] newest)
    {
        var image = host.Image(source);
        File.WriteAllBytes(Directory.EnumerateFiles(image).Max(StringComparer.Ordinal)!, newest);
        return image;
    }

    private static byte[] Wrong(byte[] whole, int at)
    {
        byte[] wrong = [.. whole];
        wrong[at] ^= 0x40;
        return wrong;
    }
}
