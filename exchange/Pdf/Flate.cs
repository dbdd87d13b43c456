using System.Buffers;
using System.IO.Compression;

namespace ResultsGrid.Exchange.Pdf;

/// <summary>The Flate filter, always at one level, so that the same input gives the same bytes.</summary>
internal static class Flate
{
    /// <summary>More than any stream of ours expands to; a damaged or hostile one stops here.</summary>
    private const int MaxExpandedBytes = 64 * 1024 * 1024;

    /// <summary>More than any of ours shrinks: a page of the same words over and over reaches some 50.</summary>
    private const int MaxExpansion = 200;

    /// <summary>On a statement of results 5 takes five sixths of the time of 6 for a dozen bytes more; 4 makes it over 400 bytes larger.</summary>
    private static readonly ZLibCompressionOptions Level = new() { CompressionLevel = 5 };

    private const int ChecksumBytes = 4;
    private const int UsualExpansion = 8;
    private const int SmallestRead = 4 * 1024;

    public static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        using var compressed = new MemoryStream(bytes.Length / 2 + 64);
        using (var flate = new ZLibStream(compressed, Level)) flate.Write(bytes);
        return compressed.ToArray();
    }

    /// <exception cref="InvalidDataException">Damaged, cut off or larger than any stream of ours.</exception>
    public static byte[] Expand(byte[] file, int offset, int length)
    {
        using var compressed = new MemoryStream(file, offset, length);
        using var flate = new ZLibStream(compressed, CompressionMode.Decompress);
        var most = Math.Min(MaxExpandedBytes, (long)MaxExpansion * length);
        var expanded = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(UsualExpansion * (long)length, SmallestRead, MaxExpandedBytes));
        byte[] bytes;
        try
        {
            var filled = 0;
            while (flate.Read(expanded.AsSpan(filled)) is > 0 and var read)
            {
                filled += read;
                if (filled > most) throw new InvalidDataException($"A stream of {length} bytes expands to more than {most}.");
                if (filled == expanded.Length) expanded = Larger(expanded);
            }

            bytes = expanded[..filled];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(expanded);
        }

        if (length < ChecksumBytes || Adler32(bytes) != ReadChecksum(file.AsSpan(offset + length - ChecksumBytes, ChecksumBytes)))
            throw new InvalidDataException("A stream is cut off or its checksum is wrong.");
        return bytes;
    }

    private static byte[] Larger(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * full.Length);
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }

    private static uint ReadChecksum(ReadOnlySpan<byte> bytes) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes);

    // The runtime's inflater takes a stream that ends early for a short one, so the end is checked here.
    private static uint Adler32(ReadOnlySpan<byte> bytes)
    {
        const uint Modulus = 65_521;
        const int BytesBeforeOverflow = 5_552;
        uint low = 1, high = 0;
        while (!bytes.IsEmpty)
        {
            var chunk = bytes[..Math.Min(bytes.Length, BytesBeforeOverflow)];
            foreach (var value in chunk)
            {
                low += value;
                high += low;
            }

            low %= Modulus;
            high %= Modulus;
            bytes = bytes[chunk.Length..];
        }

        return (high << 16) | low;
    }
}
