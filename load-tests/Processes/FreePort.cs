using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace ResultsGrid.LoadTests.Processes;

/// <summary>Ports of this machine that nobody listens on.</summary>
public static class FreePort
{
    /// <summary>Below those that the system gives to outgoing connections, one of which could take a port before its server does.</summary>
    private const int First = 20_000;

    private const int AfterLast = 32_000;

    /// <summary>Whoever was given one may not listen on it yet.</summary>
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    /// <summary>One that was free just now, and that nobody else of this process was given.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(First, AfterLast);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                if (Given.TryAdd(port, true)) return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Another one, then.
            }
        }
    }
}
