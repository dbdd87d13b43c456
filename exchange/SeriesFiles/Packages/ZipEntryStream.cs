using ResultsGrid.Exchange.Zip;

namespace ResultsGrid.Exchange.SeriesFiles.Packages;

/// <summary>A ZIP entry's unpacked bytes, held to what the directory says of them: it can lie, so the real bytes count.</summary>
internal sealed class ZipEntryStream(Stream unpacked, ZipEntry entry) : ForwardStream
{
    private readonly Crc32 crc = new();
    private long bytes;

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty) return 0;
        var read = unpacked.Read(buffer);
        bytes += read;
        crc.Append(buffer[..read]);
        if (bytes > entry.PackedBytes * PackageLimits.MaxCompressionRatio)
            throw new UnreadableFileException($"unpacks to more than {PackageLimits.MaxCompressionRatio} times its packed size");
        if (bytes > entry.UnpackedBytes) throw new UnreadableFileException($"unpacks to more than the {entry.UnpackedBytes} bytes that the ZIP declares");
        if (read == 0) HoldToDirectory();
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) unpacked.Dispose();
        base.Dispose(disposing);
    }

    private void HoldToDirectory()
    {
        if (bytes != entry.UnpackedBytes) throw new UnreadableFileException($"unpacks to {bytes} bytes instead of the {entry.UnpackedBytes} that the ZIP declares");
        if (crc.Value != entry.Crc32) throw new UnreadableFileException("is damaged: its checksum is not the one that the ZIP declares");
    }
}
