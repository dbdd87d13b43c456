using System.IO.Compression;

namespace ResultsGrid.Exchange.Pdf;

/// <summary>The Flate filter, always at one level, so that the same input gives the same bytes.</summary>
internal static class Flate
{
    /// <summary>More than any stream of ours expands to; a damaged or hostile one stops here.</summary>
    private const int MaxExpandedBytes = 64 * 1024 * 1024;

    /// <summary>More than any of ours shrinks: a page of the same words over and over reaches some 50.</summary>
    private const int MaxExpansion = 200;

    private const int ChecksumBytes = 4;

    public static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        using var compressed = new MemoryStream(bytes.Length / 2 + 64);
        using (var flate = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true)) flate.Write(bytes);
        return compressed.ToArray();
    }

    /// <exception cref="InvalidDataException">Damaged, cut off or larger than any stream of ours.</exception>
    public static byte[] Expand(byte[] file, int offset, int length)
    {
        using var compressed = new MemoryStream(file, offset, length, writable: false);
        using var flate = new ZLibStream(compressed, CompressionMode.Decompress);
        using var expanded = new MemoryStream(length * 4);
        var most = Math.Min(MaxExpandedBytes, (long)MaxExpansion * length);
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = flate.Read(buffer)) > 0)
        {
            if (expanded.Length + read > most) throw new InvalidDataException($"A stream of {length} bytes expands to more than {most}.");
            expanded.Write(buffer, 0, read);
        }

        var bytes = expanded.ToArray();
        if (length < ChecksumBytes || Adler32(bytes) != ReadChecksum(file.AsSpan(offset + length - ChecksumBytes, ChecksumBytes)))
            throw new InvalidDataException("A stream is cut off or its checksum is wrong.");
        return bytes;
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
