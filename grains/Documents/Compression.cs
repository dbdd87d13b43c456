using System.IO.Compression;

namespace ResultsGrid.Grains.Documents;

/// <summary>Compresses a document once, ahead of the night, where that makes it smaller.</summary>
public static class Compression
{
    /// <summary>Level 5: 3.5 ms for 100 KB of XML; level 11 takes 60 times as long for a tenth less.</summary>
    private const int BrotliQuality = 5;

    /// <summary>The largest window that every client must accept without being told.</summary>
    private const int BrotliWindowBits = 22;

    /// <summary>PDFs, ZIPs and spreadsheets are compressed inside; again would cost and gain nothing.</summary>
    public static bool Shrinks(string mediaType)
        => mediaType is not ("application/pdf" or "application/zip" or "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

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

    /// <param name="plainBytes">How many bytes must come out; no more memory than that is taken.</param>
    /// <exception cref="DamagedDocumentException">It is no gzip, or one of more or fewer bytes.</exception>
    public static byte[] Gunzip(byte[] compressed, long plainBytes)
    {
        var plain = new byte[plainBytes];
        try
        {
            using var gzip = new GZipStream(new MemoryStream(compressed, writable: false), CompressionMode.Decompress);
            var length = gzip.ReadAtLeast(plain, plain.Length, throwOnEndOfStream: false);
            return length == plain.Length && gzip.ReadByte() < 0
                ? plain
                : throw new DamagedDocumentException($"A document's compressed form does not give the {plainBytes} bytes that it should.");
        }
        catch (InvalidDataException fault)
        {
            throw new DamagedDocumentException($"A document's compressed form does not decompress: {fault.Message}", fault);
        }
    }
}
