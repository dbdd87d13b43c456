using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace ResultsGrid.Exchange.Fonts;

/// <summary>Puts tables together into a font file with its directory and checksums.</summary>
internal static class SfntFile
{
    private const uint WholeFileChecksum = 0xB1B0AFBA;
    private const int HeaderBytes = 12;
    private const int EntryBytes = 16;

    /// <param name="tables">In tag order; a head table's own checksum field must be zero.</param>
    public static byte[] Write(IReadOnlyList<(string Tag, byte[] Bytes)> tables)
    {
        var offset = HeaderBytes + EntryBytes * tables.Count;
        var file = new byte[offset + tables.Sum(table => Padded(table.Bytes.Length))];
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Count);
        var power = BitOperations.Log2((uint)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(EntryBytes << power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)(EntryBytes * tables.Count - (EntryBytes << power)));
        var headAt = 0;
        for (var index = 0; index < tables.Count; index++)
        {
            var (tag, bytes) = tables[index];
            if (tag == "head") headAt = offset;
            bytes.CopyTo(file.AsSpan(offset));
            var entry = file.AsSpan(HeaderBytes + EntryBytes * index);
            Encoding.ASCII.GetBytes(tag, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Checksum(file.AsSpan(offset, Padded(bytes.Length))));
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], offset);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], bytes.Length);
            offset += Padded(bytes.Length);
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(headAt + 8), WholeFileChecksum - Checksum(file));
        return file;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var at = 0; at < bytes.Length; at += 4) sum += BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
        return sum;
    }
}
