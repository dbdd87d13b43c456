using Microsoft.AspNetCore.Http;

namespace ResultsGrid.Gateway.Api.HotPath;

/// <summary>How many requests a thread answers for one connection before it looks after the others.</summary>
/// <remarks>
/// What is sent without waiting for answers (pipelining) is answered on one thread, one request after the other, for as long as more has come:
/// two clients that never pause would keep a small machine's threads from everybody else.
/// </remarks>
public static class ConnectionTurn
{
    /// <summary>Half a millisecond's. A client that waits for each answer has every 33rd request answered by the routes if nobody else asks meanwhile, and can't tell.</summary>
    public const int Longest = 32;

    // The server uses a connection's context again for each of its requests.
    [ThreadStatic]
    private static HttpContext? last;

    [ThreadStatic]
    private static int inARow;

    /// <summary>False for one too many: it belongs behind the others that wait, and a new turn begins after it.</summary>
    internal static bool GoesOn(HttpContext http)
    {
        inARow = ReferenceEquals(http, last) ? inARow + 1 : 1;
        last = inARow <= Longest ? http : null;
        return inARow <= Longest;
    }
}
