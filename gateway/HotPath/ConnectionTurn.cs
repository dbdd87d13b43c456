using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections.Features;

namespace ResultsGrid.Gateway.HotPath;

/// <summary>How many requests a thread answers for one connection in a row before it looks after the others.</summary>
/// <remarks>
/// What is sent without waiting for answers (pipelining) is answered on one thread, one request after the other, for as long as more has come:
/// two clients that never pause would keep a small machine's threads from everybody else.
/// </remarks>
public static class ConnectionTurn
{
    /// <summary>Answered in half a millisecond.</summary>
    public const int Longest = 32;

    // The server uses a connection's context again for each of its requests.
    [ThreadStatic]
    private static HttpContext? last;

    [ThreadStatic]
    private static int inARow;

    /// <summary>False for one too many: it goes on on another thread, and a new turn begins.</summary>
    internal static bool GoesOn(HttpContext http)
    {
        inARow = ReferenceEquals(http, last) ? inARow + 1 : 1;
        last = inARow <= Longest ? http : null;
        return inARow <= Longest;
    }

    /// <summary>Whether the next request, or a part of it, was seen before this one is answered, so that its sender does not wait for answers. It stays where it is.</summary>
    /// <param name="http">Of a request without a body: until it is answered the server reads nothing more.</param>
    internal static bool HasMore(HttpContext http)
    {
        // What another protocol's frames hold, its own loop reads.
        if (!HttpProtocol.IsHttp11(http.Request.Protocol) || http.Features.Get<IConnectionTransportFeature>()?.Transport.Input is not { } input) return false;
        try
        {
            return HasMore(input);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            // The connection broke off just now.
            return false;
        }
    }

    private static bool HasMore(PipeReader input)
    {
        if (!input.TryRead(out var more)) return false;
        var isMore = !more.Buffer.IsEmpty;
        input.AdvanceTo(more.Buffer.Start);
        return isMore;
    }
}
