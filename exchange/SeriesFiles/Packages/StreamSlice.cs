namespace ResultsGrid.Exchange.SeriesFiles.Packages;

/// <summary>A part of a seekable stream, which stays open. Only one slice of a stream is read at a time.</summary>
internal sealed class StreamSlice(Stream whole, long offset, long length) : ForwardStream
{
    private long read;

    public override int Read(Span<byte> buffer)
    {
        var wanted = (int)Math.Min(buffer.Length, length - read);
        if (wanted == 0) return 0;
        whole.Position = offset + read;
        var got = whole.Read(buffer[..wanted]);
        read += got;
        return got;
    }
}
