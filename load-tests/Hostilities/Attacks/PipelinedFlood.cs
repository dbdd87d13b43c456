namespace ResultsGrid.LoadTests.Hostilities.Attacks;

/// <summary>Hundreds of requests in one write, on several connections, from one centre.</summary>
public sealed class PipelinedFlood : IAttack
{
    private const int Connections = 20;
    private const int Requests = 500;
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    public string Name => "pipelined floods";

    public string Expected => "every request answered 200 or 503, in order, and the connection closed when asked";

    public Task Run(HostileTarget target, AttackFigures figures, CancellationToken cancellation)
        => Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => One(target, figures, cancellation)));

    private async Task One(HostileTarget target, AttackFigures figures, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        using var connection = await RawConnection.Open(target.Address, cancellation);
        var reading = connection.ReadAll(Bound, cancellation);
        var last = target.OwnRequest.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal);
        await connection.Write(System.Text.Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(target.OwnRequest, Requests - 1)) + last), cancellation);
        var (statuses, hasClosed) = await reading;
        var told = string.Join(", ", statuses.CountBy(status => status).OrderBy(one => one.Key).Select(one => $"{one.Value} x {one.Key}"));
        figures.Saw(hasClosed ? told : "still open", hasClosed && statuses.Count == Requests && statuses.All(status => status is 200 or 503), Name);
    }
}
