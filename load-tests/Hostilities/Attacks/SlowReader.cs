using System.Text;
using ResultsGrid.Gateway.Server;
using ResultsGrid.LoadTests.Nights.Clients;

namespace ResultsGrid.LoadTests.Hostilities.Attacks;

/// <summary>Asks for a document again and again and reads nothing.</summary>
public sealed class SlowReader : IAttack
{
    private const int Connections = 50;

    /// <summary>Pipelined; together more than the kernels' buffers take.</summary>
    private const int Requests = 5_000;

    /// <summary>Twice the longest that nothing may move.</summary>
    private static readonly TimeSpan Asleep = 2 * ListenSockets.LongestStandstill;
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(5);

    public string Name => "slow readers";

    public string Expected => $"closed within {Asleep.TotalSeconds} s, before everything was sent";

    public Task Run(HostileTarget target, AttackFigures figures, CancellationToken cancellation)
        => Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => One(target, figures, cancellation)));

    private async Task One(HostileTarget target, AttackFigures figures, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        using var connection = await RawConnection.Open(target.Address, cancellation);
        // The server takes no more requests while it can't send, so this may not end before the connection does.
        var writing = connection.Write(Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(target.OwnRequest, Requests))), cancellation).AsTask();
        await new NightClock(target.Time, target.Time.GetUtcNow()).Until(Asleep, cancellation);
        var (statuses, hasClosed) = await connection.ReadAll(Bound, cancellation);
        // What lies in the buffers still comes.
        figures.Saw(hasClosed ? "closed" : "still open", hasClosed && statuses.Count < Requests && !statuses.Contains(500), $"{Name}, {statuses.Count} answers begun");
        if (hasClosed) await writing;
    }
}
