using System.Net.Security;
using System.Security.Authentication;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Hostilities.Attacks;

/// <summary>HTTP/2's PING frames without end, for which nobody needs a key.</summary>
public sealed class ControlFrames(TimeSpan duration) : IAttack
{
    private const int Connections = 4;
    private const int AtOnce = 900;

    public string Name => "HTTP/2 control frames";

    public string Expected => "no HTTP/2 spoken, or others served beside it";

    public Task Run(HostileTarget target, AttackFigures figures, CancellationToken cancellation)
        => Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => One(target, figures, cancellation)));

    private static byte[] Frames()
    {
        byte[] ping = [0, 0, 8, 6, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8];
        return [.. Enumerable.Repeat(ping, AtOnce).SelectMany(frame => frame)];
    }

    private async Task One(HostileTarget target, AttackFigures figures, CancellationToken cancellation)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(duration);
        try
        {
            await using var secure = await WireStream.Open(target.Tls!, bound.Token, SslApplicationProtocol.Http2);
            var reading = secure.CopyToAsync(Stream.Null, bound.Token);
            await secure.WriteAsync((byte[])[.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, 0, 0, 0, 4, 0, 0, 0, 0, 0], bound.Token);
            for (var frames = Frames(); !reading.IsCompleted;) await secure.WriteAsync(frames, bound.Token);
            figures.Saw("spoken and closed", isRight: true, Name);
        }
        catch (AuthenticationException)
        {
            figures.Saw("not spoken", isRight: true, Name);
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            figures.Saw("spoken", isRight: true, Name);
        }
    }
}
