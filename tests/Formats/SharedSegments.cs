namespace ResultsGrid.Tests.Formats;

/// <summary>An output that keeps what it is given without copying it, so that one array written many times makes a large file of little memory; then it is read.</summary>
internal sealed class SharedSegments : Stream
{
    private readonly List<(long Start, ReadOnlyMemory<byte> Bytes)> segments = [];
    private long length;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => length;

    public override long Position { get; set; }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        segments.Add((length, buffer));
        length += buffer.Length;
        return ValueTask.CompletedTask;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var index = segments.FindIndex(segment => Position < segment.Start + segment.Bytes.Length);
        if (index < 0) return 0;
        var (start, bytes) = segments[index];
        var rest = bytes.Span[(int)(Position - start)..];
        var taken = rest[..Math.Min(rest.Length, count)];
        taken.CopyTo(buffer.AsSpan(offset));
        Position += taken.Length;
        return taken.Length;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => Position,
        _ => length,
    };

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("only whole segments are kept");

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();
}
