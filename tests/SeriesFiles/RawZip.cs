using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ResultsGrid.Tests.SeriesFiles;

/// <summary>A ZIP written field by field, so that its directory can say what is not so.</summary>
public sealed class RawZip
{
    private readonly List<byte> zip = [];
    private readonly List<byte> directory = [];
    private int count;

    public static byte[] Deflated(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) deflate.Write(bytes);
        return packed.ToArray();
    }

    /// <param name="offset">Where the directory says that the entry begins; null: where it does.</param>
    public RawZip Add(string name, byte[] packed, long unpackedBytes, ushort method = 8, ushort flags = 0, uint crc = 0, long? offset = null, string? localName = null)
    {
        var at = zip.Count;
        WriteHeader(zip, 0x04034b50, 30, localName ?? name, header => Describe(header.AsSpan(4), packed.Length, unpackedBytes, method, flags, crc), nameLengthAt: 26);
        zip.AddRange(packed);
        WriteHeader(
            directory,
            0x02014b50,
            46,
            name,
            header =>
            {
                Describe(header.AsSpan(6), packed.Length, unpackedBytes, method, flags, crc);
                BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(42), (uint)(offset ?? at));
            },
            nameLengthAt: 28);
        count++;
        return this;
    }

    public MemoryStream ToStream(int? declaredCount = null)
    {
        var end = new byte[22];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), (ushort)(declaredCount ?? count));
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), (ushort)(declaredCount ?? count));
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)directory.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)zip.Count);
        return new MemoryStream([.. zip, .. directory, .. end]);
    }

    private static void WriteHeader(List<byte> bytes, uint signature, int length, string name, Action<byte[]> fill, int nameLengthAt)
    {
        var header = new byte[length];
        var nameBytes = Encoding.UTF8.GetBytes(name);
        BinaryPrimitives.WriteUInt32LittleEndian(header, signature);
        fill(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(nameLengthAt), (ushort)nameBytes.Length);
        bytes.AddRange(header);
        bytes.AddRange(nameBytes);
    }

    private static void Describe(Span<byte> fields, int packedBytes, long unpackedBytes, ushort method, ushort flags, uint crc)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(fields[2..], flags);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[4..], method);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[10..], crc);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[14..], (uint)packedBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[18..], (uint)unpackedBytes);
    }
}
