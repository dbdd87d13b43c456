using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace ResultsGrid.Gateway.Api.HotPath;

/// <summary>How many requests a thread answers for one connection that does not wait for answers before it looks after the others.</summary>
/// <remarks>
/// What is sent without waiting (pipelining) is answered on one thread, one request after the other, for as long as more has come:
/// two clients that never pause would keep a small machine's threads from everybody else.
/// </remarks>
public static class ConnectionTurn
{
    /// <summary>Half a millisecond's.</summary>
    public const int Longest = 32;

    // The server uses a connection's context again for each of its requests.
    [ThreadStatic]
    private static HttpContext? last;

    [ThreadStatic]
    private static int inARow;

    /// <summary>False for one too many: it goes on <see cref="LastInTurn"/>. Either way a new turn begins with the next.</summary>
    internal static bool GoesOn(HttpContext http)
    {
        inARow = ReferenceEquals(http, last) ? inARow + 1 : 1;
        last = inARow <= Longest ? http : null;
        return inARow <= Longest || !HasMore(http);
    }

    /// <summary>Whether the next request, or a part of it, came before this one was answered. It stays where it is.</summary>
    private static bool HasMore(HttpContext http)
    {
        // The server itself reads on only when this request is answered: it has no body.
        if (http.Features.Get<IConnectionTransportFeature>()?.Transport.Input is not { } input || !input.TryRead(out var more)) return false;
        var isMore = !more.Buffer.IsEmpty;
        input.AdvanceTo(more.Buffer.Start);
        return isMore;
    }
}
