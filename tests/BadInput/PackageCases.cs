using System.IO.Compression;
using ResultsGrid.Exchange.SeriesFiles;
using ResultsGrid.Exchange.Zip;
using ResultsGrid.Tests.SeriesFiles;

namespace ResultsGrid.Tests.BadInput;

/// <summary>Series packages with spoilt tables, spoilt ZIP bytes, and directories that lie.</summary>
internal static class PackageCases
{
    private const string Delimiters = ",\n\":{} ";

    private static readonly Dictionary<string, byte[]> Sample = new SamplePackage().ToBytes();
    private static readonly string[] Names = [.. Sample.Keys.Order(StringComparer.Ordinal)];
    private static readonly string[] OddNames = ["", ".", "..", "../marks.csv", "a/b", "a\\b", "C:x", "MARKS.CSV", "marks.csv\0", "\u202Evsc", "m\u00E4rks.csv", new('n', 300)];
    private static readonly long[] OddSizes = [0, 1, 21, 22, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF];
    private static readonly byte[] Zip = SamplePackage.Zip(Sample).ToArray();

    public static byte[] Make(Random chance) => chance.Next(4) switch
    {
        0 => new Spoiler(chance, "PK\u0001\u0002").Spoil(Zip, Zip),
        1 => Lying(chance),
        _ => SamplePackage.Zip(WithSpoiltFiles(chance)).ToArray(),
    };

    public static void Read(byte[] zip)
    {
        switch (SeriesFilesReader.ReadZip(new MemoryStream(zip, writable: false), CancellationToken.None))
        {
            case SeriesReading.Refused refused:
                refused.Faults.ShouldBeSound(refused.HasMore);
                SeriesFilesReader.PeekSeries(new MemoryStream(zip, writable: false));
                break;
            case SeriesReading.Accepted { Series: var series }:
                Assert.Equal(series.Series, SeriesFilesReader.PeekSeries(new MemoryStream(zip, writable: false)));
                // The framework's own ZIP reader finds the same files in it, and they say the same when they are packed anew.
                Assert.Equal(series.AsText(), SeriesFilesReader.ReadZip(new MemoryStream(Repacked(zip)), CancellationToken.None).ShouldBeAccepted().AsText());
                break;
        }
    }

    private static Dictionary<string, byte[]> WithSpoiltFiles(Random chance)
    {
        var files = new Dictionary<string, byte[]>(Sample);
        var spoiler = new Spoiler(chance, Delimiters);
        for (var count = 1 + chance.Next(2); count > 0; count--)
        {
            var name = Names[chance.Next(Names.Length)];
            files[name] = spoiler.Spoil(files[name], Sample[Names[chance.Next(Names.Length)]]);
        }

        if (chance.Next(20) == 0) files.Remove(Names[chance.Next(Names.Length)]);
        return files;
    }

    private static byte[] Lying(Random chance)
    {
        var zip = new RawZip();
        foreach (var (name, bytes) in WithSpoiltFiles(chance))
        {
            var deflated = chance.Next(2) == 0;
            bool Lies() => chance.Next(12) == 0;
            zip.Add(
                Lies() ? OddNames[chance.Next(OddNames.Length)] : name,
                deflated ? RawZip.Deflated(bytes) : bytes,
                Lies() ? OddSizes[chance.Next(OddSizes.Length)] : bytes.Length,
                method: (ushort)(Lies() ? chance.Next(20) : deflated ? 8 : 0),
                flags: (ushort)(Lies() ? 1 << chance.Next(16) : 0),
                crc: Lies() ? (uint)chance.NextInt64(uint.MaxValue) : Checksum(bytes),
                offset: Lies() ? OddSizes[chance.Next(OddSizes.Length)] : null,
                localName: Lies() ? OddNames[chance.Next(OddNames.Length)] : null);
        }

        var whole = zip.ToStream(chance.Next(12) == 0 ? chance.Next(ushort.MaxValue) : null).ToArray();
        return chance.Next(8) switch
        {
            0 => [.. whole, .. Scraps.Any(chance)],
            1 => [.. Scraps.Any(chance), .. whole],
            2 => [.. whole, .. whole],
            _ => whole,
        };
    }

    private static uint Checksum(byte[] bytes)
    {
        using var archive = new ZipArchive(SamplePackage.Zip([new("x", bytes)]));
        return archive.Entries[0].Crc32;
    }

    private static byte[] Repacked(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return DeterministicZip.Write(archive.Entries.Reverse().Select(entry => (entry.FullName, Content(entry))));
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using (var stream = entry.Open()) stream.CopyTo(content);
        return content.ToArray();
    }
}
