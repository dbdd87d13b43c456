using System.Net.Security;
using System.Net.Sockets;

namespace ResultsGrid.LoadTests.Wire;

/// <summary>Opens the bytes between client and server: a socket, with TLS where the address asks for it.</summary>
internal static class WireStream
{
    public static async Task<Stream> Open(WireAddress address, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, cancellation);
            var plain = new NetworkStream(socket, ownsSocket: true);
            if (!address.IsTls) return plain;
            // On this machine a certificate is the drill's own: what is measured is the cost of TLS, not who signed.
            var secure = new SslStream(plain, leaveInnerStreamOpen: false);
            await secure.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions { TargetHost = address.Host, RemoteCertificateValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None || address.IsLoopback }, cancellation);
            return secure;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
