using System.Buffers.Binary;

namespace ResultsGrid.Exchange.Zip;

/// <summary>One file's record in a ZIP's directory.</summary>
/// <param name="Offset">Where its local header begins.</param>
internal sealed record ZipDirectoryEntry(byte[] Name, ZipMethod Method, uint DosTime, uint Crc, int PackedLength, int Length, long Offset);

/// <summary>The records of a ZIP (APPNOTE 6.3), with ZIP64 where a number does not fit the older ones.</summary>
/// <remarks>
/// Written here and not by ZipArchive: that marks files with the system it runs on, and to an output that cannot seek it
/// puts sizes after the content, which readers that read from the front refuse for stored files.
/// </remarks>
internal static class ZipRecords
{
    private const ushort Version = 20;
    private const ushort VersionZip64 = 45;
    private const ushort Utf8Names = 1 << 11;
    private const ushort Zip64Extra = 1;

    public static byte[] LocalHeader(ZipDirectoryEntry entry)
    {
        var record = new Record(30 + entry.Name.Length);
        record.Put(0x04034B50u).Put(Version);
        Common(record, entry);
        record.Put((ushort)0).Put(entry.Name);
        return record.Bytes;
    }

    public static byte[] DirectoryEntry(ZipDirectoryEntry entry)
    {
        var zip64 = entry.Offset >= uint.MaxValue;
        var record = new Record(46 + entry.Name.Length + (zip64 ? 12 : 0));
        var version = zip64 ? VersionZip64 : Version;
        record.Put(0x02014B50u).Put(version).Put(version);
        Common(record, entry);
        record.Put((ushort)(zip64 ? 12 : 0));

        // No comment, first disk, no attributes: nothing here tells of the system that wrote it.
        record.Put((ushort)0).Put((ushort)0).Put((ushort)0).Put(0u);
        record.Put(zip64 ? uint.MaxValue : (uint)entry.Offset).Put(entry.Name);
        if (zip64) record.Put(Zip64Extra).Put((ushort)8).Put((ulong)entry.Offset);
        return record.Bytes;
    }

    /// <param name="start">Where the directory begins.</param>
    /// <param name="length">Its bytes.</param>
    public static byte[] End(int entries, long start, long length)
    {
        var zip64 = entries >= ushort.MaxValue || start >= uint.MaxValue || length >= uint.MaxValue;
        var record = new Record(22 + (zip64 ? 56 + 20 : 0));
        if (zip64)
        {
            record.Put(0x06064B50u).Put(44ul).Put(VersionZip64).Put(VersionZip64).Put(0u).Put(0u)
                .Put((ulong)entries).Put((ulong)entries).Put((ulong)length).Put((ulong)start);
            record.Put(0x07064B50u).Put(0u).Put((ulong)(start + length)).Put(1u);
        }

        record.Put(0x06054B50u).Put((ushort)0).Put((ushort)0);
        record.Put((ushort)(zip64 ? ushort.MaxValue : entries)).Put((ushort)(zip64 ? ushort.MaxValue : entries));
        record.Put(zip64 ? uint.MaxValue : (uint)length).Put(zip64 ? uint.MaxValue : (uint)start).Put((ushort)0);
        return record.Bytes;
    }

    /// <summary>What local header and directory entry share, from flags to the length of the name.</summary>
    private static void Common(Record record, ZipDirectoryEntry entry)
        => record.Put(Utf8Names).Put((ushort)entry.Method).Put(entry.DosTime)
            .Put(entry.Crc).Put((uint)entry.PackedLength).Put((uint)entry.Length).Put((ushort)entry.Name.Length);

    /// <summary>Little-endian numbers one after the other.</summary>
    private sealed class Record(int length)
    {
        private int at;

        public byte[] Bytes { get; } = new byte[length];

        public Record Put(ushort value) => Advance(value, BinaryPrimitives.WriteUInt16LittleEndian, sizeof(ushort));

        public Record Put(uint value) => Advance(value, BinaryPrimitives.WriteUInt32LittleEndian, sizeof(uint));

        public Record Put(ulong value) => Advance(value, BinaryPrimitives.WriteUInt64LittleEndian, sizeof(ulong));

        public Record Put(byte[] bytes) => Advance(bytes, (span, value) => value.CopyTo(span), bytes.Length);

        private Record Advance<T>(T value, Write<T> write, int count)
        {
            write(Bytes.AsSpan(at), value);
            at += count;
            return this;
        }

        private delegate void Write<T>(Span<byte> destination, T value);
    }
}
