using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ResultsGrid.Tests.Drills;

/// <summary>A server that answers each connection with the same pieces of bytes, one write a piece, and then closes it: what no proper server does can be had from it.</summary>
internal sealed class StubServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly bool stays;

    /// <summary>Connections that stay: what nothing refers to, the garbage collector closes.</summary>
    private readonly ConcurrentBag<TcpClient> staying = [];

    /// <param name="stays">Keeps the connection open after the last piece and says nothing more.</param>
    public StubServer(string[] pieces, bool stays = false)
    {
        this.stays = stays;
        listener.Start();
        _ = Serve(pieces);
    }

    public Uri Address => new($"http://{listener.LocalEndpoint}");

    public void Dispose()
    {
        listener.Dispose();
        foreach (var client in staying) client.Dispose();
    }

    private async Task Serve(string[] pieces)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                client.NoDelay = true;
                // Each piece leaves in a packet of its own only because the client is asked to read in between.
                foreach (var piece in pieces) await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(piece));
                if (stays) staying.Add(client);
                else client.Dispose();
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over, or its client went first.
        }
    }
}
