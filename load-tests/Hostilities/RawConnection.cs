using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Hostilities;

/// <summary>A socket on which anything can be written.</summary>
internal sealed partial class RawConnection : IDisposable
{
    private const int StatusLineChars = 13;

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    /// <summary>Made when something is read: thousands are opened that never read, and their memory would have the drill collect it while it measures.</summary>
    private byte[] Buffer => field ??= new byte[64 * 1024];

    public static async Task<RawConnection> Open(WireAddress address, CancellationToken cancellation)
    {
        var connection = new RawConnection();
        try
        {
            await connection.socket.ConnectAsync(address.Host, address.Port, cancellation);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <returns>False where the server has closed.</returns>
    public async ValueTask<bool> Write(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        try
        {
            while (bytes.Length > 0) bytes = bytes[await socket.SendAsync(bytes, cancellation)..];
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Everything until the server closes: the statuses in it, and whether it did close within the bound.</summary>
    /// <param name="afterAnswer">Once an answer came, waits no longer than this for more.</param>
    public async Task<(IReadOnlyList<int> Statuses, bool HasClosed)> ReadAll(TimeSpan bound, CancellationToken cancellation, TimeSpan? afterAnswer = null)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(bound);
        var (statuses, tail) = (new List<int>(), "");
        try
        {
            while (await socket.ReceiveAsync(Buffer, patience.Token) is var read and > 0)
            {
                // A status line may lie across two reads.
                var text = tail + Encoding.Latin1.GetString(Buffer, 0, read);
                foreach (Match match in StatusLine().Matches(text)) statuses.Add(int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));
                var end = text.LastIndexOf('\r');
                tail = end < 0 ? text[^Math.Min(text.Length, StatusLineChars)..] : text[Math.Max(end, text.Length - StatusLineChars)..];
                if (StatusLine().IsMatch(tail)) tail = "";
                if (statuses.Count > 0 && afterAnswer is { } wait) patience.CancelAfter(wait);
            }

            return (statuses, true);
        }
        catch (SocketException)
        {
            return (statuses, true);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (statuses, false);
        }
    }

    /// <summary>The first byte that the server says within the bound; null where it says nothing.</summary>
    public async Task<byte?> Answer(TimeSpan bound, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(bound);
        try
        {
            return await socket.ReceiveAsync(Buffer, patience.Token) > 0 ? Buffer[0] : null;
        }
        catch (Exception ended) when (ended is SocketException || (ended is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>Reads without looking until the server closes or <paramref name="end"/> comes.</summary>
    /// <returns>How many bytes.</returns>
    public async Task<long> Discard(CancellationToken end)
    {
        var bytes = 0L;
        try
        {
            while (await socket.ReceiveAsync(Buffer, end) is var read and > 0) bytes += read;
        }
        catch (Exception ended) when (ended is SocketException or OperationCanceledException)
        {
            // What came counts.
        }

        return bytes;
    }

    public void Dispose() => socket.Dispose();

    [GeneratedRegex("HTTP/1\\.[01] ([1-5][0-9][0-9]) ")]
    private static partial Regex StatusLine();
}
