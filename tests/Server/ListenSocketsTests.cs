using System.Net;
using System.Net.Sockets;
using ResultsGrid.Gateway.Server;

namespace ResultsGrid.Tests.Server;

public class ListenSocketsTests
{
    [Fact]
    public async Task A_connection_has_its_longest_standstill_from_the_socket_that_accepted_it()
    {
        // Other systems have no such bound.
        if (!OperatingSystem.IsLinux()) return;
        using var listener = ListenSockets.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        using var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndPoint!);
        using var accepted = await listener.AcceptAsync();

        var milliseconds = new byte[sizeof(int)];
        Assert.Equal(milliseconds.Length, accepted.GetRawSocketOption(ListenSockets.TcpLevel, ListenSockets.UserTimeout, milliseconds));
        Assert.Equal(ListenSockets.LongestStandstill, TimeSpan.FromMilliseconds(BitConverter.ToInt32(milliseconds)));
    }
}
