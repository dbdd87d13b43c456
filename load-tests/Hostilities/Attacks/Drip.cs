using System.Text;
using ResultsGrid.LoadTests.Nights.Clients;

namespace ResultsGrid.LoadTests.Hostilities.Attacks;

/// <summary>Connections that begin a request and then send a byte now and then, so that they never end and are never silent.</summary>
/// <param name="bound">By when the server has to have closed or answered.</param>
public sealed class Drip(string name, int connections, Func<HostileTarget, string> beginning, string drop, TimeSpan bound) : IAttack
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<IAttack> All { get; } =
    [
        new Drip("slow headers", 200, target => $"GET {target.OwnPath} HTTP/1.1\r\nHost: x\r\nX: ", "x", TimeSpan.FromSeconds(15)),
        new Drip("slow bodies", 200, _ => "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"user\":\"", "x", TimeSpan.FromSeconds(15)),
    ];

    public string Name => name;

    public string Expected => $"closed or refused within {bound.TotalSeconds} s";

    public Task Run(HostileTarget target, AttackFigures figures, CancellationToken cancellation)
        => Task.WhenAll(Enumerable.Range(0, connections).Select(_ => One(target, figures, cancellation)));

    private async Task One(HostileTarget target, AttackFigures figures, CancellationToken cancellation)
    {
        using var connection = await RawConnection.Open(target.Address, cancellation);
        var (clock, bytes) = (new NightClock(target.Time, target.Time.GetUtcNow()), Encoding.Latin1.GetBytes(drop));
        var reading = connection.ReadAll(bound, cancellation);
        await connection.Write(Encoding.Latin1.GetBytes(beginning(target)), cancellation);
        for (var at = Interval; at < bound && !reading.IsCompleted; at += Interval)
        {
            await clock.Until(at, cancellation);
            if (!await connection.Write(bytes, cancellation)) break;
        }

        var (statuses, hasClosed) = await reading;
        figures.Saw(!hasClosed ? "still open" : statuses.Count == 0 ? "closed" : string.Join("+", statuses), hasClosed && statuses.All(status => status is >= 400 and < 500), name);
    }
}
