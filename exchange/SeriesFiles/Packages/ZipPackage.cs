using System.IO.Compression;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.SeriesFiles.Packages;

/// <summary>A package as a ZIP.</summary>
internal static class ZipPackage
{
    /// <returns>Null where the ZIP as such is not to be trusted, and so isn't looked into; why is then a fault.</returns>
    public static Package? Open(Stream zip, FaultList faults)
    {
        try
        {
            var entries = new ZipDirectory(zip).Read();
            foreach (var entry in entries)
            {
                if (entry.WhyNot() is { } reason) faults.For(entry.Name).Add(reason);
            }

            foreach (var name in entries.GroupBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
                faults.For(name.Key).Add($"is in the ZIP {name.Count()} times");
            return faults.IsEmpty ? new Package(entries.ToDictionary(entry => entry.Name, entry => Opener(zip, entry))) : null;
        }
        catch (UnreadableFileException unreadable)
        {
            faults.For(SeriesFileNames.Package).Add(unreadable.Message);
            return null;
        }
    }

    private static Func<Stream> Opener(Stream zip, ZipEntry entry) => () =>
    {
        var packed = new StreamSlice(zip, entry.DataOffset, entry.PackedBytes);
        return new ZipEntryStream(entry.Method == ZipEntry.Stored ? packed : new DeflateStream(packed, CompressionMode.Decompress), entry);
    };
}
