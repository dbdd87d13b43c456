using ResultsGrid.Exchange.SeriesFiles;

namespace ResultsGrid.Tests.SeriesFiles;

/// <summary>A ZIP with one stored file whose single line is longer than anyone would hold in memory: its bytes are made as they are read.</summary>
public sealed class LongLineZipStream : Stream
{
    private readonly byte[] head;
    private readonly byte[] tail;
    private readonly long lineBytes;

    public LongLineZipStream(string file, int lineBytes)
    {
        this.lineBytes = lineBytes;
        var empty = new RawZip().Add(file, [], 0, method: 0).ToStream().ToArray();
        var headBytes = 30 + file.Length;
        head = empty[..headBytes];
        tail = empty[headBytes..];
        // The directory's two sizes, and the end record's offset of the directory, for the line that stands between.
        BitConverter.TryWriteBytes(tail.AsSpan(20), lineBytes);
        BitConverter.TryWriteBytes(tail.AsSpan(24), lineBytes);
        BitConverter.TryWriteBytes(tail.AsSpan(tail.Length - 6), headBytes + lineBytes);
    }

    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => head.Length + lineBytes + tail.Length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, Length - Position);
        for (var i = 0; i < count; i++)
        {
            var at = Position + i;
            buffer[i] = at < head.Length ? head[at] : at < head.Length + lineBytes ? (byte)'9' : tail[at - head.Length - lineBytes];
        }

        Position += count;
        BytesRead += count;
        return count;
    }

    public SeriesReading Read() => SeriesFilesReader.ReadZip(this, CancellationToken.None);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
