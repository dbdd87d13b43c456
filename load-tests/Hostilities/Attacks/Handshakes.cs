using System.Net.Security;
using System.Net.Sockets;
using ResultsGrid.LoadTests.Nights.Clients;

namespace ResultsGrid.LoadTests.Hostilities.Attacks;

/// <summary>Handshakes of TLS that end when the server has signed its part: its dearest answer to somebody without a key, who spends nothing, for each says the same.</summary>
public sealed class Handshakes : IAttack
{
    private const int Connections = 2_000;
    private const double PerSecond = 1_000;
    private const byte HandshakeRecord = 0x16;
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(15);

    public string Name => "TLS handshakes";

    public string Expected => "all answered";

    public async Task Run(HostileTarget target, AttackFigures figures, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        var hello = await Hello(target.Tls!.Host);
        var (clock, all) = (new NightClock(target.Time, target.Time.GetUtcNow()), new List<Task>());
        for (var number = 0; number < Connections; number++)
        {
            await clock.Until(TimeSpan.FromSeconds(number / PerSecond), cancellation);
            all.Add(One(target, hello, figures, cancellation));
        }

        await Task.WhenAll(all);
    }

    private async Task One(HostileTarget target, byte[] hello, AttackFigures figures, CancellationToken cancellation)
    {
        try
        {
            using var connection = await RawConnection.Open(target.Tls!, cancellation);
            var answer = await connection.Write(hello, cancellation) ? await connection.Answer(Bound, cancellation) : null;
            figures.Saw(answer switch { HandshakeRecord => "answered", null => "not answered", _ => "refused" }, isRight: answer is HandshakeRecord, Name);
        }
        catch (SocketException refused)
        {
            figures.Saw($"{refused.SocketErrorCode}", isRight: false, Name);
        }
    }

    /// <summary>What this machine's own client says first.</summary>
    private static async Task<byte[]> Hello(string host)
    {
        using var said = new MemoryStream();
        await using var client = new SslStream(said);
        try
        {
            await client.AuthenticateAsClientAsync(host);
        }
        catch (IOException)
        {
            // Nobody answers here.
        }

        return said.ToArray();
    }
}
