using System.Buffers.Binary;
using System.Text;
using ResultsGrid.Awarding.Text;

namespace ResultsGrid.Exchange.SeriesFiles.Packages;

/// <summary>
/// Reads a ZIP's directory, bounded and strict (APPNOTE 6.3.10, 4.3). The framework's own reader keeps an object for every
/// entry that the directory holds, whatever number it declares, and says nothing of entries that overlap.
/// </summary>
internal sealed class ZipDirectory(Stream zip)
{
    private const uint EndSignature = 0x06054b50;
    private const uint EntrySignature = 0x02014b50;
    private const uint LocalSignature = 0x04034b50;
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LocalLength = 30;
    private const int MaxCommentLength = ushort.MaxValue;
    private const uint Zip64 = uint.MaxValue;
    private const string NotZip = "is not a ZIP file, or is cut off: it has no directory at its end";
    private const string Damaged = "is a damaged ZIP file: its directory contradicts itself";

    /// <exception cref="UnreadableFileException">It is no ZIP, or not one that a package may be.</exception>
    public IReadOnlyList<ZipEntry> Read()
    {
        if (zip.Length > PackageLimits.MaxPackedBytes) throw new UnreadableFileException($"is longer than {PackageLimits.MaxPackedBytes} bytes");
        var (count, offset, length) = ReadEnd();
        var directory = Bytes(offset, length);
        var entries = new List<ZipEntry>(count);
        var position = 0;
        for (var i = 0; i < count; i++) entries.Add(ReadEntry(directory, ref position));
        if (position != length) throw new UnreadableFileException(Damaged);
        return WithData(entries, offset);
    }

    private (int Count, long Offset, int Length) ReadEnd()
    {
        var tailLength = (int)Math.Min(zip.Length, EndLength + MaxCommentLength);
        var tailOffset = zip.Length - tailLength;
        var tail = Bytes(tailOffset, tailLength).AsSpan();
        for (var at = tailLength - EndLength; at >= 0; at--)
        {
            var end = tail[at..];
            if (UInt32(end, 0) != EndSignature || EndLength + UInt16(end, 20) != end.Length) continue;
            int count = UInt16(end, 10);
            long length = UInt32(end, 12), offset = UInt32(end, 16);
            if (count > PackageLimits.MaxFiles) throw new UnreadableFileException($"has {count} files; {PackageLimits.MaxFiles} are the most");
            if (length > PackageLimits.MaxZipDirectoryBytes) throw new UnreadableFileException($"has a directory longer than {PackageLimits.MaxZipDirectoryBytes} bytes");
            var isWhole = UInt16(end, 4) == 0 && UInt16(end, 6) == 0 && UInt16(end, 8) == count && offset + length == tailOffset + at;
            return isWhole ? (count, offset, (int)length) : throw new UnreadableFileException(Damaged);
        }

        throw new UnreadableFileException(NotZip);
    }

    private static ZipEntry ReadEntry(ReadOnlySpan<byte> directory, ref int position)
    {
        var entry = directory[position..];
        if (entry.Length < EntryLength || UInt32(entry, 0) != EntrySignature) throw new UnreadableFileException(Damaged);
        int nameLength = UInt16(entry, 28), extraLength = UInt16(entry, 30), commentLength = UInt16(entry, 32);
        if (entry.Length < EntryLength + nameLength + extraLength + commentLength) throw new UnreadableFileException(Damaged);
        position += EntryLength + nameLength + extraLength + commentLength;

        var name = Encoding.UTF8.GetString(entry.Slice(EntryLength, nameLength));
        if (UInt16(entry, 34) != 0) throw new UnreadableFileException("is a part of a ZIP that is split over several");
        uint packed = UInt32(entry, 20), unpacked = UInt32(entry, 24), offset = UInt32(entry, 42);
        if (packed == Zip64 || unpacked == Zip64 || offset == Zip64) throw new UnreadableFileException("is a ZIP64 file, for more bytes than a package may have");
        return new ZipEntry(name, UInt16(entry, 8), UInt16(entry, 10), UInt32(entry, 16), packed, unpacked, offset);
    }

    // Each entry's local header and packed bytes must lie clear of the next entry's and of the directory.
    private List<ZipEntry> WithData(List<ZipEntry> entries, long directoryOffset)
    {
        var inPlace = entries.OrderBy(entry => entry.HeaderOffset).Select(entry => entry with { DataOffset = DataOffset(entry, directoryOffset) }).ToList();
        for (var i = 0; i < inPlace.Count; i++)
        {
            var end = i + 1 < inPlace.Count ? inPlace[i + 1].HeaderOffset : directoryOffset;
            if (inPlace[i].DataOffset + inPlace[i].PackedBytes > end) throw new UnreadableFileException($"is a damaged ZIP file: {ShownText.Of(inPlace[i].Name)} overlaps what follows it");
        }

        return inPlace;
    }

    private long DataOffset(ZipEntry entry, long directoryOffset)
    {
        if (entry.HeaderOffset + LocalLength > directoryOffset) throw new UnreadableFileException(Damaged);
        var local = Bytes(entry.HeaderOffset, LocalLength);
        if (UInt32(local, 0) != LocalSignature || UInt16(local, 8) != entry.Method) throw new UnreadableFileException(Damaged);
        int nameLength = UInt16(local, 26), extraLength = UInt16(local, 28);
        var dataOffset = entry.HeaderOffset + LocalLength + nameLength + extraLength;
        if (dataOffset > directoryOffset) throw new UnreadableFileException(Damaged);
        var name = Encoding.UTF8.GetString(Bytes(entry.HeaderOffset + LocalLength, nameLength));
        return name == entry.Name ? dataOffset : throw new UnreadableFileException(Damaged);
    }

    private byte[] Bytes(long offset, int length)
    {
        try
        {
            var bytes = new byte[length];
            zip.Position = offset;
            zip.ReadExactly(bytes);
            return bytes;
        }
        catch (IOException)
        {
            throw new UnreadableFileException(NotZip);
        }
    }

    private static ushort UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint UInt32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
