using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ResultsGrid.Exchange.Pdf;

/// <summary>Pages that stand in several documents, compressed once. Grows with what it is given: keep one for as long as a centre takes.</summary>
internal sealed class CompressedPages
{
    private readonly Dictionary<(UInt128, UInt128), byte[]> known = [];

    public byte[] Compress(ReadOnlySpan<byte> content)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, digest);
        var key = (BinaryPrimitives.ReadUInt128BigEndian(digest), BinaryPrimitives.ReadUInt128BigEndian(digest[16..]));
        return known.TryGetValue(key, out var compressed) ? compressed : known[key] = Flate.Compress(content);
    }
}
