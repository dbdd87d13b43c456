using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace ResultsGrid.Gateway.Server;

/// <summary>Sockets to listen on whose connections the system gives up where the other side takes nothing.</summary>
/// <remarks>
/// Kestrel allows a slow reader a second for each KB that it has handed to the system, and the system takes megabytes: who
/// reads nothing at all would hold them for an hour.
/// </remarks>
public static class ListenSockets
{
    /// <summary>Sent bytes that nobody acknowledges, or a peer that has no room for any, end a connection after this. A document that broke off is resumed by a range; a ZIP of all begins again.</summary>
    public static readonly TimeSpan LongestStandstill = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Connections that wait to be accepted; the system may allow fewer (net.core.somaxconn, 4,096 unless set otherwise). One more is not answered,
    /// and its client tries again after a second, and then two: at midnight Kestrel's own 512 come together within a pause of the process.
    /// </summary>
    public const int Backlog = 8_192;

    /// <summary>IPPROTO_TCP of Linux.</summary>
    public const int TcpLevel = 6;

    /// <summary>TCP_USER_TIMEOUT of Linux, in milliseconds (tcp(7)); connections have it from the socket that they were accepted on. Other systems have nothing like it.</summary>
    public const int UserTimeout = 18;

    public static Socket Bind(EndPoint address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(address);
        if (OperatingSystem.IsLinux() && address is IPEndPoint)
            socket.SetRawSocketOption(TcpLevel, UserTimeout, BitConverter.GetBytes((int)LongestStandstill.TotalMilliseconds));
        return socket;
    }
}
