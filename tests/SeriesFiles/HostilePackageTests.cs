using System.IO.Compression;
using System.Text;
using ResultsGrid.Exchange.SeriesFiles;

namespace ResultsGrid.Tests.SeriesFiles;

/// <summary>Packages made to do harm: refused quickly, with the reason, and never by an exception.</summary>
public sealed class HostilePackageTests
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public void A_line_of_200_megabytes_is_refused_after_its_first_kilobytes()
    {
        using var zip = new LongLineZipStream("centres.csv", 200 * Megabyte);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var reading = zip.Read();

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        reading.ShouldAlsoName("centres.csv", 1, null, null, "is longer than 65536 bytes; the rest of the file was not read");
        Assert.True(zip.BytesRead < Megabyte, $"{zip.BytesRead} bytes were read");
        Assert.True(allocated < 4 * Megabyte, $"{allocated} bytes were allocated");
    }

    [Theory]
    [InlineData("../centres.csv")]
    [InlineData("/centres.csv")]
    [InlineData("data/centres.csv")]
    [InlineData("..\\centres.csv")]
    [InlineData("C:centres.csv")]
    [InlineData("folder/")]
    [InlineData("..")]
    [InlineData("")]
    public void A_name_that_climbs_or_lies_in_a_folder_is_refused(string name)
        => Read(new RawZip().Add(name, [], 0, method: 0)).ShouldName(name, null, null, null, "files lie at the top of the ZIP");

    [Fact]
    public void A_file_that_explodes_is_refused_by_its_ratio()
    {
        var packed = RawZip.Deflated(Lines(8 * Megabyte));

        Read(new RawZip().Add("centres.csv", packed, 8 * Megabyte)).ShouldAlsoName("centres.csv", null, null, null, "unpacks to more than 200 times its packed size");
    }

    [Fact]
    public void A_file_that_is_larger_than_it_says_is_refused_by_its_real_bytes()
    {
        var bytes = new SamplePackage().ToBytes()["marks.csv"];

        Read(new RawZip().Add("marks.csv", RawZip.Deflated(bytes), 10)).ShouldAlsoName("marks.csv", null, null, null, "more than the 10 bytes that the ZIP declares");
    }

    [Fact]
    public void A_file_that_is_smaller_than_it_says_is_refused()
        => Read(new RawZip().Add("centres.csv", RawZip.Deflated("centre_number,name\n"u8.ToArray()), 999))
            .ShouldAlsoName("centres.csv", null, null, null, "unpacks to 19 bytes instead of the 999");

    [Fact]
    public void A_flipped_digit_is_found_by_the_checksum()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in new SamplePackage().ToBytes())
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(bytes);
            }
        }

        var flipped = zip.ToArray();
        var at = flipped.AsSpan().IndexOf("F011,marked,80"u8) + "F011,marked,8".Length;
        Assert.Equal((byte)'0', flipped[at]);
        flipped[at - 1] = (byte)'7';

        ReadZip(flipped).ShouldName("marks.csv", null, null, null, "its checksum is not the one");
    }

    [Fact]
    public void More_entries_than_a_package_has_are_refused()
    {
        var zip = new RawZip();
        for (var i = 0; i <= PackageLimits.MaxFiles; i++) zip.Add($"file-{i}.csv", [], 0, method: 0);

        Read(zip).ShouldName("(package)", null, null, null, "has 21 files; 20 are the most");
    }

    [Fact]
    public void A_directory_that_holds_more_entries_than_it_declares_is_refused_unread()
    {
        var zip = new RawZip();
        for (var i = 0; i < 1_000; i++) zip.Add($"file-{i}.csv", [], 0, method: 0);

        SeriesFilesReader.ReadZip(zip.ToStream(declaredCount: 2), CancellationToken.None).ShouldName("(package)", null, null, null, "its directory contradicts itself");
    }

    [Fact]
    public void A_name_given_twice_is_refused()
        => Read(new RawZip().Add("centres.csv", [], 0, method: 0).Add("Centres.csv", [], 0, method: 0))
            .ShouldName("centres.csv", null, null, null, "is in the ZIP 2 times");

    [Fact]
    public void An_encrypted_file_is_refused()
        => Read(new RawZip().Add("centres.csv", [1, 2, 3], 3, method: 0, flags: 1)).ShouldName("centres.csv", null, null, null, "is encrypted");

    [Fact]
    public void A_compression_other_than_deflate_is_refused()
        => Read(new RawZip().Add("centres.csv", [1, 2, 3], 3, method: 14)).ShouldName("centres.csv", null, null, null, "method 14");

    [Fact]
    public void Entries_that_overlap_are_refused()
        => Read(new RawZip().Add("centres.csv", [1, 2, 3], 3, method: 0).Add("centres.csv", [1, 2, 3], 3, method: 0, offset: 0))
            .ShouldName("(package)", null, null, null, "overlaps");

    [Fact]
    public void An_entry_that_calls_itself_by_another_name_is_refused()
        => Read(new RawZip().Add("centres.csv", [], 0, method: 0, localName: "candidates")).ShouldName("(package)", null, null, null, "contradicts itself");

    [Fact]
    public void An_entry_past_the_end_is_refused()
        => Read(new RawZip().Add("centres.csv", [], 0, method: 0, offset: 1_000_000)).ShouldName("(package)", null, null, null, "contradicts itself");

    [Fact]
    public void Damaged_compressed_bytes_are_refused()
        => Read(new RawZip().Add("centres.csv", [0xFF, 0xFF, 0xFF, 0xFF], 100)).ShouldAlsoName("centres.csv", null, null, null, "is damaged");

    [Fact]
    public void A_zip_in_the_package_is_only_an_unknown_file()
        => new SamplePackage().WithFile("more.zip", Encoding.Latin1.GetString(SamplePackage.Zip(new SamplePackage().ToBytes()).ToArray())).Read()
            .ShouldName("more.zip", null, null, null, "is no file of a series package");

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("centre_number,name\n10101,Northtown\n")]
    public void What_is_no_zip_is_refused(string text)
        => ReadZip(Encoding.UTF8.GetBytes(text)).ShouldName("(package)", null, null, null, "is not a ZIP file");

    [Fact]
    public void A_zip_cut_off_anywhere_is_refused()
    {
        var whole = SamplePackage.Zip(new SamplePackage().ToBytes()).ToArray();

        for (var length = 0; length < whole.Length; length += 97) ReadZip(whole[..length]).ShouldBeRefused();
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_refused()
        => SeriesFilesReader.ReadFolder(Path.Combine(Path.GetTempPath(), "no-such-series"), CancellationToken.None)
            .ShouldName("(package)", null, null, null, "is not a folder that exists");

    [Fact]
    public void A_folder_within_the_folder_is_no_file_of_a_package()
    {
        var folder = Directory.CreateTempSubdirectory("series-files");
        try
        {
            foreach (var (name, bytes) in new SamplePackage().ToBytes()) File.WriteAllBytes(Path.Combine(folder.FullName, name), bytes);
            folder.CreateSubdirectory("inner");

            SeriesFilesReader.ReadFolder(folder.FullName, CancellationToken.None).ShouldName("inner", null, null, null, "is no file of a series package");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] Lines(int bytes) => [.. "centre_number,name\n"u8, .. Enumerable.Repeat((byte)'\n', bytes - 19)];

    private static SeriesReading Read(RawZip zip) => SeriesFilesReader.ReadZip(zip.ToStream(), CancellationToken.None);

    private static SeriesReading ReadZip(byte[] bytes) => SeriesFilesReader.ReadZip(new MemoryStream(bytes), CancellationToken.None);
}
