namespace ResultsGrid.Gateway.Documents;

/// <summary>A response's body that does something before its first byte, and with it the response's head, leaves.</summary>
/// <remarks>What fails in a callback of the response's start ends in a bare 500; what fails here is answered like any other fault.</remarks>
internal sealed class RecordedBody(Stream body, Func<ValueTask> beforeFirstByte) : Stream
{
    private bool hasBegun;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Begin();
        await body.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await Begin();
        await body.FlushAsync(cancellationToken);
    }

    /// <summary>Responses are written asynchronously.</summary>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async ValueTask Begin()
    {
        if (hasBegun) return;
        await beforeFirstByte();
        hasBegun = true;
    }
}
