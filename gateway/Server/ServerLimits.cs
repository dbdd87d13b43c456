using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ResultsGrid.Gateway.Server;

/// <summary>What one connection may cost.</summary>
public static class ServerLimits
{
    /// <summary>Every centre of the largest board four times over. An idle one costs a few KB.</summary>
    private const int MaxConnections = 20_000;

    /// <summary>Whoever drips a header for longer holds a connection and nothing else.</summary>
    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Longer than the polls of management systems, so that they need no new handshake at midnight.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(130);

    public static void Apply(KestrelServerOptions server)
    {
        ArgumentNullException.ThrowIfNull(server);
        server.AddServerHeader = false;
        server.ConfigureEndpointDefaults(endpoint =>
        {
            // HTTP/2's control frames are answered on the threads that read the sockets, for as long as they come: a client without a key could keep those from everybody.
            endpoint.Protocols = HttpProtocols.Http1;
            endpoint.Use(PoolDoor.LetGo);
        });
        var limits = server.Limits;
        limits.MaxConcurrentConnections = MaxConnections;
        limits.RequestHeadersTimeout = HeadersTimeout;
        limits.KeepAliveTimeout = KeepAlive;
        // 1 KB a second after 5 s: an old mobile connection manages that, a drip does not.
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(10));
    }
}
