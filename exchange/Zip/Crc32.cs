using System.Buffers.Binary;

namespace ResultsGrid.Exchange.Zip;

/// <summary>The checksum of ZIP (ISO 3309, reflected polynomial EDB88320), eight bytes at a time. .NET has it in no library that is built in.</summary>
internal sealed class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private const int Slices = 8;

    private static readonly uint[] Table = MakeTable();

    private uint state = uint.MaxValue;

    public uint Value => ~state;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = new Crc32();
        crc.Append(bytes);
        return crc.Value;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var table = Table;
        var crc = state;
        for (; bytes.Length >= Slices; bytes = bytes[Slices..])
        {
            var low = crc ^ BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = table[(7 << 8) + (byte)low] ^ table[(6 << 8) + (byte)(low >> 8)] ^ table[(5 << 8) + (byte)(low >> 16)] ^ table[(4 << 8) + (low >> 24)]
                ^ table[(3 << 8) + (byte)high] ^ table[(2 << 8) + (byte)(high >> 8)] ^ table[(1 << 8) + (byte)(high >> 16)] ^ table[high >> 24];
        }

        foreach (var value in bytes) crc = (crc >> 8) ^ table[(byte)(crc ^ value)];
        state = crc;
    }

    /// <summary>Slice k at 256 k: the checksum of a byte with k zero bytes after it.</summary>
    private static uint[] MakeTable()
    {
        var table = new uint[Slices * 256];
        for (var i = 0; i < 256; i++)
        {
            var value = (uint)i;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) == 1 ? (value >> 1) ^ Polynomial : value >> 1;
            table[i] = value;
        }

        for (var i = 256; i < table.Length; i++) table[i] = (table[i - 256] >> 8) ^ table[(byte)table[i - 256]];
        return table;
    }
}
