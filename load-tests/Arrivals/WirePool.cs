using System.Collections.Concurrent;
using System.Text;
using ResultsGrid.LoadTests.Nights.Clients;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Arrivals;

/// <summary>Connections to one server, opened as they are needed, up to a bound; whoever comes then waits.</summary>
internal sealed class WirePool(WireAddress address, WireLimits limits, int maxConnections, NightClock clock, CancellationToken cancellation) : IDisposable
{
    private const int FirstRefusal = 400;
    private const int MaxProblemChars = 4_000;

    private readonly ConcurrentStack<WireConnection> idle = new();
    private readonly SemaphoreSlim places = new(maxConnections);

    /// <param name="due">From when on the latency counts.</param>
    public async Task<LoadAnswer> Ask(LoadRequest request, TimeSpan due)
    {
        await places.WaitAsync(cancellation);
        var sent = clock.Now;
        WireConnection? connection = null;
        try
        {
            if (!idle.TryPop(out connection)) connection = await WireConnection.Open(address, limits, cancellation);
            await connection.Write(request.Bytes);
            var head = await connection.Read();
            var served = clock.Now - sent;
            var (status, retryAfter, bytes) = (head.Status, head.FindNumber("retry-after"u8), 0L);
            var problem = "";
            while (await connection.ReadBody() is { Length: > 0 } piece)
            {
                bytes += piece.Length;
                if (status >= FirstRefusal && problem.Length < MaxProblemChars) problem += Encoding.UTF8.GetString(piece.Span);
            }

            if (connection.StaysOpen) idle.Push(connection);
            else connection.Dispose();
            return new LoadAnswer(request, $"{status}", clock.Now - due, served, sent - due, retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null, bytes, problem);
        }
        catch (WireException broken)
        {
            connection?.Dispose();
            return new LoadAnswer(request, $"{broken.Fault}", clock.Now - due, clock.Now - sent, sent - due, RetryAfter: null, Bytes: 0, Problem: "");
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose()
    {
        foreach (var connection in idle) connection.Dispose();
        places.Dispose();
    }
}
