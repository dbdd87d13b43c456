using System.IO.Compression;
using ResultsGrid.Awarding.Text;

namespace ResultsGrid.Exchange.Zip;

/// <summary>Turns files into the parts of a ZIP in their order, to be written one after the other to any output.</summary>
internal sealed class ZipAssembly(DateTime modified)
{
    /// <summary>A centre has at most 9,999 candidates and each some documents.</summary>
    private const int MaxFiles = 1_000_000;

    private readonly List<ZipDirectoryEntry> entries = [];
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly uint dosTime = DosTime(modified);
    private long offset;

    /// <summary>The header that goes before the file's content, and the content as it goes into the ZIP.</summary>
    /// <exception cref="ArgumentException">The name is no file name, or there already (case aside, as some systems see it).</exception>
    public (byte[] Header, ReadOnlyMemory<byte> Content) Add(ZippedFile file)
    {
        var name = ZipFileName.Bytes(file.FileName, file.IsPart);
        if (!names.Add(file.FileName)) throw new ArgumentException($"A ZIP cannot hold two files called '{ShownText.Of(file.FileName)}'.");
        if (entries.Count == MaxFiles) throw new ArgumentException($"A ZIP here holds at most {MaxFiles} files.");

        var content = file.Method == ZipMethod.Deflated ? Deflate(file.Content, file.IsPart ? CompressionLevel.Fastest : CompressionLevel.Optimal) : file.Content;
        var entry = new ZipDirectoryEntry(name, file.Method, dosTime, Crc32.Of(file.Content.Span), content.Length, file.Content.Length, offset);
        var header = ZipRecords.LocalHeader(entry);
        entries.Add(entry);
        offset += header.Length + content.Length;
        return (header, content);
    }

    /// <summary>The directory, which ends the ZIP.</summary>
    public IEnumerable<byte[]> Close()
    {
        var length = 0L;
        foreach (var entry in entries)
        {
            var record = ZipRecords.DirectoryEntry(entry);
            length += record.Length;
            yield return record;
        }

        yield return ZipRecords.End(entries.Count, offset, length);
    }

    private static ReadOnlyMemory<byte> Deflate(ReadOnlyMemory<byte> content, CompressionLevel level)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, level, leaveOpen: true)) deflate.Write(content.Span);
        return packed.GetBuffer().AsMemory(0, (int)packed.Length);
    }

    /// <summary>Date in the upper half, time in the lower, in steps of 2 seconds.</summary>
    private static uint DosTime(DateTime time)
    {
        if (time.Year is < 1980 or > 2107) throw new ArgumentOutOfRangeException(nameof(time), time, "A ZIP keeps times from 1980 to 2107.");
        var date = ((time.Year - 1980) << 9) | (time.Month << 5) | time.Day;
        return (uint)((date << 16) | (time.Hour << 11) | (time.Minute << 5) | (time.Second / 2));
    }
}
