using System.IO.Compression;

namespace ResultsGrid.Grains.Publication;

/// <summary>Compresses a document once, ahead of the night, where that makes it smaller.</summary>
public static class Compression
{
    /// <summary>Level 5: 3.5 ms for 100 KB of XML; level 11 takes 60 times as long for a tenth less.</summary>
    private const int BrotliQuality = 5;

    /// <summary>The largest window that every client must accept without being told.</summary>
    private const int BrotliWindowBits = 22;

    /// <summary>PDFs and ZIPs are compressed inside; again would cost and gain nothing.</summary>
    public static bool Shrinks(string mediaType) => mediaType is not ("application/pdf" or "application/zip");

    public static byte[]? Brotli(byte[] content)
    {
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(content.Length)];
        var compressed = BrotliEncoder.TryCompress(content, buffer, out var length, BrotliQuality, BrotliWindowBits);
        return compressed && length < content.Length ? buffer[..length] : null;
    }

    public static byte[]? Gzip(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(content);
        return compressed.Length < content.Length ? compressed.ToArray() : null;
    }
}
