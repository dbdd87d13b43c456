using System.Net.Security;
using System.Net.Sockets;

namespace ResultsGrid.LoadTests.Wire;

/// <summary>Opens the bytes between client and server: a socket, with TLS where the address asks for it.</summary>
public static class WireStream
{
    /// <param name="protocols">What may be spoken over TLS; HTTP/1.1 unasked where none is named.</param>
    public static async Task<Stream> Open(WireAddress address, CancellationToken cancellation, params IReadOnlyList<SslApplicationProtocol> protocols)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(protocols);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, cancellation);
            var plain = new NetworkStream(socket, ownsSocket: true);
            if (!address.IsTls) return plain;
            // On this machine a certificate is the drill's own: what is measured is the cost of TLS, not who signed.
            var secure = new SslStream(plain, leaveInnerStreamOpen: false);
            await secure.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = address.Host,
                    ApplicationProtocols = protocols.Count == 0 ? null : [.. protocols],
                    RemoteCertificateValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None || address.IsLoopback,
                },
                cancellation);
            return secure;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
