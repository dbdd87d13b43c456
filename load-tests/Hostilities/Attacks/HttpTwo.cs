using System.Net.Security;
using System.Security.Authentication;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Hostilities.Attacks;

/// <summary>Offers HTTP/2 and nothing else. Whoever speaks it answers control frames without end, and nobody needs a key for them.</summary>
public sealed class HttpTwo : IAttack
{
    private const int Connections = 4;

    public string Name => "HTTP/2 over TLS";

    public string Expected => "not spoken";

    public Task Run(HostileTarget target, AttackFigures figures, CancellationToken cancellation)
        => Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => One(target, figures, cancellation)));

    private async Task One(HostileTarget target, AttackFigures figures, CancellationToken cancellation)
    {
        try
        {
            await using var secure = await WireStream.Open(target.Tls!, cancellation, SslApplicationProtocol.Http2);
            figures.Saw("spoken", isRight: false, Name);
        }
        catch (AuthenticationException)
        {
            figures.Saw("not spoken", isRight: true, Name);
        }
    }
}
