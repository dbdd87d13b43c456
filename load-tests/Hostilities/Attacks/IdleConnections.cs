using ResultsGrid.LoadTests.Nights.Clients;

namespace ResultsGrid.LoadTests.Hostilities.Attacks;

/// <summary>Thousands of connections that say nothing. Honest systems keep some too, so they may stay.</summary>
public sealed class IdleConnections(int connections) : IAttack
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    public string Name => $"{connections} idle connections";

    public string Expected => "all taken, others served beside them";

    public async Task Run(HostileTarget target, AttackFigures figures, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        var open = new RawConnection[connections];
        try
        {
            await Parallel.ForAsync(0, connections, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (index, token) =>
                open[index] = await RawConnection.Open(target.Address, token));
            await new NightClock(target.Time, target.Time.GetUtcNow()).Until(Idle, cancellation);
            figures.Saw("taken", isRight: true, Name);
        }
        finally
        {
            foreach (var connection in open) connection?.Dispose();
        }
    }
}
