using System.IO.Compression;
using CsvHelper;

namespace ResultsGrid.Rehearsal.Package;

/// <summary>The files of a package, one after the other.</summary>
internal sealed class SeriesPackage(ZipArchive archive)
{
    /// <summary>The earliest time a ZIP can say: the same plan gives the same bytes whenever it is written.</summary>
    private static readonly DateTimeOffset Written = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public Stream Open(string file)
    {
        var entry = archive.CreateEntry(file, CompressionLevel.Fastest);
        entry.LastWriteTime = Written;
        return entry.Open();
    }

    /// <summary>Writes one CSV file: its header, then what <paramref name="rows"/> adds.</summary>
    /// <param name="header">Column names, separated by spaces.</param>
    public void Table(string file, string header, Action<CsvWriter> rows)
    {
        using var stream = Open(file);
        // Not the documents' writer: what a centre sends is data, and a name that looks like a formula has to stay as it is.
        using var csv = CsvWriter.Create(stream, CsvWriterOptions.Default, leaveOpen: true);
        csv.WriteRecord(header.Split(' '));
        rows(csv);
    }
}
