using System.Buffers.Text;
using System.Net.Sockets;
using System.Security.Authentication;

namespace ResultsGrid.LoadTests.Wire;

/// <summary>One HTTP/1.1 connection (RFC 9112), lean enough to load a server rather than itself: requests are bytes made before, answers are parsed where they arrive.</summary>
/// <remarks>
/// Write, read the head, then read the body to its end; several written at once (pipelined) are read in the same order.
/// Not for two threads at a time. After a <see cref="WireException"/> it can only be disposed.
/// </remarks>
public sealed class WireConnection : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] LineEnd = "\r\n"u8.ToArray();

    private readonly Stream stream;
    private readonly WireBuffer buffer;
    private readonly WireLimits limits;
    private readonly CancellationTokenSource patience;
    private readonly CancellationToken cancellation;

    private long bodyLeft;
    private long bodyRead;
    private int lent;
    private bool isChunked;
    private bool hasChunk;

    private WireConnection(Stream stream, WireLimits limits, CancellationToken cancellation)
    {
        (this.stream, this.limits, this.cancellation) = (stream, limits, cancellation);
        buffer = new WireBuffer(stream);
        patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    }

    /// <summary>False once the server has said that it closes after the answer.</summary>
    public bool StaysOpen { get; private set; } = true;

    /// <exception cref="WireException">Nobody listens there, or not in time.</exception>
    public static async Task<WireConnection> Open(WireAddress address, WireLimits limits, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(limits);
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        wait.CancelAfter(limits.Patience);
        try
        {
            return new WireConnection(await WireStream.Open(address, wait.Token), limits, cancellation);
        }
        catch (Exception refused) when (refused is SocketException or IOException or AuthenticationException)
        {
            throw new WireException(WireFault.Refused, $"No connection to {address.Authority}: {refused.Message}", refused);
        }
        catch (OperationCanceledException slow) when (!cancellation.IsCancellationRequested)
        {
            throw new WireException(WireFault.TimedOut, $"No connection to {address.Authority} within {limits.Patience.TotalSeconds} s.", slow);
        }
    }

    /// <exception cref="WireException">The server has closed, or takes nothing.</exception>
    public async ValueTask Write(ReadOnlyMemory<byte> requests)
    {
        try
        {
            BePatient();
            await stream.WriteAsync(requests, patience.Token);
        }
        catch (Exception broken) when (IsOfTheWire(broken))
        {
            throw Explain(broken);
        }
    }

    /// <summary>The head of the next answer; informational ones (1xx) are passed over.</summary>
    /// <param name="toHead">Whether the request was a HEAD, whose answer has no body whatever its headers say.</param>
    /// <exception cref="WireException">No whole head came, or none within the limits.</exception>
    public async ValueTask<WireHead> Read(bool toHead = false)
    {
        WireHead head;
        do
        {
            var block = await Until(HeadEnd);
            // The last header keeps its line end, so that every line has one.
            head = WireHead.Parse(block[..(block.Length - LineEnd.Length)]);
        }
        while (head.Status < 200);
        Begin(head, toHead);
        return head;
    }

    /// <summary>The next piece of the body, without its chunked coding; empty at its end. It lives until the next read.</summary>
    /// <exception cref="WireException">The body broke off, is malformed, or passes the limits.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> ReadBody()
    {
        buffer.Take(lent);
        lent = 0;
        if (bodyLeft == 0 && isChunked) await BeginChunk();
        if (bodyLeft == 0)
        {
            buffer.Release();
            return default;
        }

        if (buffer.IsEmpty) await Fill();
        lent = (int)Math.Min(buffer.Waiting.Length, bodyLeft);
        bodyLeft -= lent;
        bodyRead += lent;
        if (bodyRead > limits.MaxBodyBytes) throw new WireException(WireFault.TooLarge, $"A body of more than {limits.MaxBodyBytes} bytes.");
        return buffer.Waiting[..lent];
    }

    public void Dispose()
    {
        buffer.Dispose();
        stream.Dispose();
        patience.Dispose();
    }

    private void Begin(WireHead head, bool toHead)
    {
        StaysOpen = StaysOpen && !head.Says("connection"u8, "close"u8);
        (bodyLeft, bodyRead, lent, isChunked, hasChunk) = (0, 0, 0, false, false);
        if (toHead || head.Status is 204 or 304) return;
        isChunked = head.Says("transfer-encoding"u8, "chunked"u8);
        if (isChunked) return;
        bodyLeft = head.FindNumber("content-length"u8)
            ?? throw new WireException(WireFault.Malformed, $"An answer {head.Status} with neither length nor chunks.");
        if (bodyLeft > limits.MaxBodyBytes) throw new WireException(WireFault.TooLarge, $"A body of {bodyLeft} bytes, more than {limits.MaxBodyBytes}.");
    }

    private async ValueTask BeginChunk()
    {
        if (hasChunk && (await Until(LineEnd)).Length != LineEnd.Length) throw new WireException(WireFault.Malformed, "A chunk is longer than it said.");
        hasChunk = true;
        var line = await Until(LineEnd);
        if (!Utf8Parser.TryParse(line.Span, out long size, out var digits, 'x') || size < 0 || line.Span[digits] is not ((byte)'\r' or (byte)';' or (byte)' '))
            throw new WireException(WireFault.Malformed, "A chunk does not begin with its size.");
        bodyLeft = size;
        if (size > 0) return;
        isChunked = false;
        while ((await Until(LineEnd)).Length > LineEnd.Length)
        {
            // A trailer: nothing here asks for one.
        }
    }

    /// <summary>Takes everything up to and with the mark.</summary>
    private async ValueTask<ReadOnlyMemory<byte>> Until(byte[] mark)
    {
        while (true)
        {
            var waiting = buffer.Waiting;
            var found = waiting.Span.IndexOf(mark);
            if ((found < 0 ? waiting.Length : found + mark.Length) > limits.MaxHeadBytes)
                throw new WireException(WireFault.TooLarge, $"A head of more than {limits.MaxHeadBytes} bytes.");
            if (found >= 0)
            {
                buffer.Take(found + mark.Length);
                return waiting[..(found + mark.Length)];
            }

            await Fill();
        }
    }

    private async ValueTask Fill()
    {
        try
        {
            BePatient();
            if (!await buffer.Fill(patience.Token)) throw new WireException(WireFault.ClosedEarly, "The server closed before the answer's end.");
        }
        catch (Exception broken) when (IsOfTheWire(broken))
        {
            throw Explain(broken);
        }
    }

    private void BePatient() => patience.CancelAfter(limits.Patience);

    private bool IsOfTheWire(Exception broken)
        => broken is IOException or SocketException || (broken is OperationCanceledException && !cancellation.IsCancellationRequested);

    /// <summary>A wait that is given up may also end as a broken socket.</summary>
    private WireException Explain(Exception broken) => broken is OperationCanceledException || patience.IsCancellationRequested
        ? new WireException(WireFault.TimedOut, $"Nothing came within {limits.Patience.TotalSeconds} s.", broken)
        : new WireException(WireFault.ClosedEarly, $"The connection broke: {broken.Message}", broken);
}
