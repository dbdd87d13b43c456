using System.Buffers.Binary;
using System.Numerics;

namespace ResultsGrid.Grains.Downloads.Logs;

/// <summary>What is made durable at once: a head and entries behind it.</summary>
/// <param name="Log">The id of its writer's log.</param>
/// <param name="First">The sequence number of its first entry.</param>
/// <param name="Entries">How many; a probe of the disk has none.</param>
/// <param name="EntryBytes">Their length.</param>
/// <remarks>The head, little-endian: "RGdl", CRC32C of all that follows, log (8), first (8), entries (4), entry bytes (4).</remarks>
public readonly record struct LedgerBlock(ulong Log, long First, int Entries, int EntryBytes)
{
    public const int HeadBytes = 32;

    private const int CheckedFrom = 8;

    public static ReadOnlySpan<byte> Magic => "RGdl"u8;

    public long Last => First + Entries - 1;

    public int Bytes => HeadBytes + EntryBytes;

    /// <summary>Puts the head before entries that stand from <see cref="HeadBytes"/> on.</summary>
    public void Seal(Span<byte> block)
    {
        Magic.CopyTo(block);
        BinaryPrimitives.WriteUInt64LittleEndian(block[8..], Log);
        BinaryPrimitives.WriteInt64LittleEndian(block[16..], First);
        BinaryPrimitives.WriteInt32LittleEndian(block[24..], Entries);
        BinaryPrimitives.WriteInt32LittleEndian(block[28..], EntryBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(block[4..], Checksum(block[CheckedFrom..Bytes]));
    }

    /// <summary>The block that begins here, if a whole and sound one does.</summary>
    public static LedgerBlock? At(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeadBytes || !bytes.StartsWith(Magic)) return null;
        var block = new LedgerBlock(
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[24..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[28..]));
        if (block.EntryBytes < 0 || block.EntryBytes > bytes.Length - HeadBytes) return null;
        return Checksum(bytes[CheckedFrom..block.Bytes]) == BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) ? block : null;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..]) crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var one in bytes) crc = BitOperations.Crc32C(crc, one);
        return ~crc;
    }
}
