using System.Text;
using ResultsGrid.LoadTests.Nights.Clients;

namespace ResultsGrid.LoadTests.Hostilities.Attacks;

/// <summary>Asks for all of a centre's documents again and again and reads nothing.</summary>
public sealed class SlowReader : IAttack
{
    private const int Connections = 50;

    /// <summary>Pipelined; together more than the kernels' buffers take.</summary>
    private const int Requests = 200;

    /// <summary>The server's patience with a slow reader is 10 s; some more to fill the buffers.</summary>
    private static readonly TimeSpan Asleep = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(5);

    public string Name => "slow readers";

    public string Expected => $"closed within {Asleep.TotalSeconds} s, before everything was sent";

    public Task Run(HostileTarget target, AttackFigures figures, CancellationToken cancellation)
        => Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => One(target, figures, cancellation)));

    private async Task One(HostileTarget target, AttackFigures figures, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        using var connection = await RawConnection.Open(target.Address, cancellation);
        var folder = target.OwnPath[..target.OwnPath.LastIndexOf('/')];
        var request = $"GET {folder}.zip HTTP/1.1\r\nHost: x\r\n{target.Authorization}\r\n\r\n";
        await connection.Write(Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(request, Requests))), cancellation);
        await new NightClock(target.Time, target.Time.GetUtcNow()).Until(Asleep, cancellation);
        var (statuses, _, hasClosed) = await connection.ReadAll(Bound, cancellation);
        // What lies in the buffers still comes.
        figures.Saw(hasClosed ? "closed" : "still open", hasClosed && statuses.Count < Requests && !statuses.Contains(500), $"{Name}, {statuses.Count} answers begun");
    }
}
