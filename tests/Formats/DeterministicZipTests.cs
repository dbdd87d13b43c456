using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ResultsGrid.Awarding.Text;
using ResultsGrid.Exchange.Zip;

namespace ResultsGrid.Tests.Formats;

public sealed class DeterministicZipTests
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("%PDF-1.7 a statement of results\n", 100)));

    [Fact]
    public void A_statement_is_named_by_candidate_number_and_UCI()
        => Assert.Equal("0001_123450260001H.pdf", StatementFileName.For(FormatsCentre.Candidate(1)));

    [Fact]
    public void Files_come_out_as_they_went_in_and_in_their_order()
    {
        var zip = DeterministicZip.Write([
            new ZippedFile("R1234501.X01", Content, ZipMethod.Deflated),
            new ZippedFile("0001_123450260001H.pdf", Content),
            new ZippedFile("Ŵŷ – Núñez.csv", Content, ZipMethod.Deflated),
            new ZippedFile("empty", default)]);

        using var archive = new ZipArchive(new MemoryStream(zip));
        Assert.Equal(["R1234501.X01", "0001_123450260001H.pdf", "Ŵŷ – Núñez.csv", "empty"], archive.Entries.Select(entry => entry.FullName));
        Assert.All(archive.Entries.Take(3), entry => Assert.Equal(Content, Unpacked(entry)));
        Assert.All(archive.Entries, entry => Assert.Equal(DeterministicZip.FixedTime, entry.LastWriteTime.DateTime));
        Assert.Equal(Content.Length, archive.Entries[1].CompressedLength);
        Assert.InRange(archive.Entries[0].CompressedLength, 1, Content.Length / 10);
        Assert.Empty(Unpacked(archive.Entries[3]));
    }

    [Fact]
    public void Checksums_are_those_of_other_writers()
        => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            using var theirs = new MemoryStream();
            using (var writer = new ZipArchive(theirs, ZipArchiveMode.Create, leaveOpen: true))
            using (var entry = writer.CreateEntry("a").Open()) entry.Write(bytes);
            using var expected = new ZipArchive(theirs);
            using var actual = new ZipArchive(new MemoryStream(DeterministicZip.Write([("a", bytes)])));
            Assert.Equal(expected.Entries[0].Crc32, actual.Entries[0].Crc32);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_published_check_value_of_the_checksum_holds()
    {
        using var archive = new ZipArchive(new MemoryStream(DeterministicZip.Write([("check", "123456789"u8.ToArray())])));
        Assert.Equal(0xCBF43926u, archive.Entries[0].Crc32);
    }

    [Fact]
    public void Stored_bytes_are_these()
    {
        // Local header with sizes in front (no descriptor behind the content), directory, end.
        const string Expected =
            "504B0304" + "1400" + "0008" + "0000" + "00002100" + "2639F4CB" + "09000000" + "09000000" + "0500" + "0000" + "612E637376" + "313233343536373839"
            + "504B0102" + "1400" + "1400" + "0008" + "0000" + "00002100" + "2639F4CB" + "09000000" + "09000000" + "0500" + "0000" + "0000" + "0000" + "0000" + "00000000" + "00000000" + "612E637376"
            + "504B0506" + "0000" + "0000" + "0100" + "0100" + "33000000" + "2C000000" + "0000";
        Assert.Equal(Expected, Convert.ToHexString(DeterministicZip.Write([("a.csv", "123456789"u8.ToArray())])));
    }

    [Fact]
    public async Task Streaming_to_an_output_that_cannot_seek_gives_the_same_bytes()
    {
        ZippedFile[] files = [new("a.csv", Content, ZipMethod.Deflated), new("b.pdf", Content)];
        using var bytes = new MemoryStream();
        await using (var output = new ForwardOnly(bytes)) await DeterministicZip.WriteAsync(output, files.ToAsyncEnumerable());
        Assert.Equal(DeterministicZip.Write(files), bytes.ToArray());

        var time = new DateTime(2026, 8, 20, 8, 0, 2, DateTimeKind.Unspecified);
        using var timed = new MemoryStream();
        await using (var output = new ForwardOnly(timed)) await DeterministicZip.WriteAsync(output, files.ToAsyncEnumerable(), time);
        Assert.Equal(DeterministicZip.Write(files, time), timed.ToArray());
    }

    [Fact]
    public void A_given_time_is_shown()
    {
        var time = new DateTime(2026, 8, 20, 8, 0, 2, DateTimeKind.Unspecified);
        using var archive = new ZipArchive(new MemoryStream(DeterministicZip.Write([new ZippedFile("a", Content)], time)));
        Assert.Equal(time, archive.Entries[0].LastWriteTime.DateTime);
    }

    [Fact]
    public void More_files_than_the_old_format_counts_are_all_there()
    {
        const int Files = 70_000;
        using var archive = new ZipArchive(new MemoryStream(DeterministicZip.Write(Enumerable.Range(0, Files).Select(i => ($"{i}.txt", Array.Empty<byte>())))));
        Assert.Equal((Files, $"{Files - 1}.txt"), (archive.Entries.Count, archive.Entries[^1].FullName));
    }

    [Fact]
    public async Task Files_past_four_gigabytes_are_found_by_another_reader()
    {
        // The same hundred million bytes 43 times: neither writer nor output copies them.
        var large = new byte[100_000_000];
        await using var output = new SharedSegments();
        var files = Enumerable.Range(0, 43).Select(i => new ZippedFile($"{i}.bin", large)).Append(new ZippedFile("last.csv", Content, ZipMethod.Deflated));
        await DeterministicZip.WriteAsync(output, files.ToAsyncEnumerable());

        output.Position = 0;
        await using var archive = new ZipArchive(output);
        Assert.Equal((44, "42.bin", 100_000_000L), (archive.Entries.Count, archive.Entries[42].FullName, archive.Entries[42].Length));
        Assert.Equal(Content, Unpacked(archive.Entries[43]));
    }

    [Theory]
    [InlineData(65_534, false)]
    [InlineData(65_535, true)]
    public void The_larger_format_is_used_from_the_first_count_that_the_old_one_cannot_say(int files, bool isLarge)
    {
        var zip = DeterministicZip.Write(Enumerable.Range(0, files).Select(i => ($"{i}", Array.Empty<byte>())));
        Assert.Equal(isLarge, zip.AsSpan().IndexOf("PK\u0006\u0006"u8) >= 0);
        using var archive = new ZipArchive(new MemoryStream(zip));
        Assert.Equal(files, archive.Entries.Count);
    }

    [Theory]
    [InlineData(1979)]
    [InlineData(2108)]
    public void A_time_that_a_ZIP_cannot_keep_is_refused(int year)
        => Assert.StartsWith("A ZIP keeps times from 1980 to 2107.", Assert.Throws<ArgumentOutOfRangeException>(
            () => DeterministicZip.Write([new ZippedFile("a", Content)], new DateTime(year, 6, 1, 0, 0, 0, DateTimeKind.Unspecified))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("1980-01-01T00:00:00")]
    [InlineData("2107-12-31T23:59:58")]
    public void Any_time_that_a_ZIP_can_keep_is_shown(string text)
    {
        var time = DateTime.ParseExact(text, "s", System.Globalization.CultureInfo.InvariantCulture);
        using var archive = new ZipArchive(new MemoryStream(DeterministicZip.Write([new ZippedFile("a", Content)], time)));
        Assert.Equal(time, archive.Entries[0].LastWriteTime.DateTime);
    }

    [Fact]
    public void A_name_fills_255_bytes_and_no_more()
    {
        var longest = new string('a', 253) + "é";
        using var archive = new ZipArchive(new MemoryStream(DeterministicZip.Write([(longest, Content)])));
        Assert.Equal(longest, archive.Entries[0].FullName);
        Assert.Contains("longer than 255 bytes", Assert.Throws<ArgumentException>(() => DeterministicZip.Write([("a" + longest, Content)])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(7), InlineData(8), InlineData(9), InlineData(15), InlineData(16), InlineData(1_000)]
    public void Checksums_of_every_length_are_those_of_other_writers(int length)
    {
        var bytes = Enumerable.Range(0, length).Select(i => (byte)(i * 37 + 11)).ToArray();
        using var theirs = new MemoryStream();
        using (var writer = new ZipArchive(theirs, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = writer.CreateEntry("a").Open()) entry.Write(bytes);
        using var expected = new ZipArchive(theirs);
        using var actual = new ZipArchive(new MemoryStream(DeterministicZip.Write([("a", bytes)])));
        Assert.Equal(expected.Entries[0].Crc32, actual.Entries[0].Crc32);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("..")]
    [InlineData("../a.pdf")]
    [InlineData("a/b.pdf")]
    [InlineData("a\\b.pdf")]
    [InlineData("C:a.pdf")]
    [InlineData("a\0.pdf")]
    [InlineData("a.pdf ")]
    [InlineData(" a.pdf")]
    [InlineData(".")]
    [InlineData("a*.pdf")]
    [InlineData("a?.pdf")]
    [InlineData("a\"b.pdf")]
    [InlineData("a<b.pdf")]
    [InlineData("a>b.pdf")]
    [InlineData("a|b.pdf")]
    [InlineData("a\uD83D\uDE00.pdf")]
    [InlineData("a.")]
    public void A_name_that_is_a_path_or_would_be_changed_is_refused(string name)
        => Assert.Throws<ArgumentException>(() => DeterministicZip.Write([(name, Content)]));

    [Theory]
    [InlineData(" ", "is blank")]
    [InlineData("a/b", "has characters of a path or ones that some system refuses")]
    [InlineData(".", "would be changed when unpacked")]
    [InlineData("..", "would be changed when unpacked")]
    [InlineData("a.", "would be changed when unpacked")]
    [InlineData("a ", "would be changed when unpacked")]
    public void A_refused_name_is_told_with_its_reason(string name, string reason)
        => Assert.Equal($"A file in a ZIP cannot be called '{ShownText.Of(name)}': the name {reason}.", Assert.Throws<ArgumentException>(() => DeterministicZip.Write([(name, Content)])).Message);

    [Fact]
    public void A_name_that_comes_twice_is_refused_case_aside()
        => Assert.Equal("A ZIP cannot hold two files called 'A.PDF'.", Assert.Throws<ArgumentException>(() => DeterministicZip.Write([("a.pdf", Content), ("A.PDF", Content)])).Message);

    private static byte[] Unpacked(ZipArchiveEntry entry)
    {
        using var unpacked = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
