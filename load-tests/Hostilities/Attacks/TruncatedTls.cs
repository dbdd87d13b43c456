namespace ResultsGrid.LoadTests.Hostilities.Attacks;

/// <summary>Handshakes that stop in the middle of their first message, and plain HTTP where TLS is spoken.</summary>
public sealed class TruncatedTls : IAttack
{
    private const int Connections = 200;

    /// <summary>A handshake may take 10 s.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(15);

    /// <summary>A record of 512 bytes with a ClientHello in it, of which no more than this is ever sent.</summary>
    private static readonly byte[] Hello = [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03];

    public string Name => "truncated TLS";

    public string Expected => $"closed within {Bound.TotalSeconds} s";

    public Task Run(HostileTarget target, AttackFigures figures, CancellationToken cancellation)
        => Task.WhenAll(Enumerable.Range(0, Connections).Select(number => One(target, number % 2 == 0 ? Hello : target.Documents[0].Bytes, figures, cancellation)));

    private async Task One(HostileTarget target, byte[] says, AttackFigures figures, CancellationToken cancellation)
    {
        using var connection = await RawConnection.Open(target.Tls!, cancellation);
        await connection.Write(says, cancellation);
        var (statuses, hasClosed) = await connection.ReadAll(Bound, cancellation);
        figures.Saw(hasClosed ? "closed" : "still open", hasClosed && statuses.Count == 0, Name);
    }
}
