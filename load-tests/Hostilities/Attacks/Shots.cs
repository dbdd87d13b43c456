namespace ResultsGrid.LoadTests.Hostilities.Attacks;

/// <summary>Many malformed or tricky requests, each on a connection of its own.</summary>
public sealed class Shots(string name, Func<HostileTarget, IEnumerable<Shot>> make) : IAttack
{
    private const int Times = 20;

    /// <summary>Every one of these is answered by the server at once, or never.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(5);

    public string Name => name;

    public string Expected => "each refused or closed within 5 s, no fault, nothing of another centre";

    public async Task Run(HostileTarget target, AttackFigures figures, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        var shots = make(target).ToList();
        for (var time = 0; time < Times; time++) await Task.WhenAll(shots.Select(shot => Fire(target, shot, figures, cancellation)));
    }

    private static async Task Fire(HostileTarget target, Shot shot, AttackFigures figures, CancellationToken cancellation)
    {
        using var connection = await RawConnection.Open(target.Address, cancellation);
        await connection.Write(shot.Bytes, cancellation);
        connection.EndWriting();
        var (statuses, _, hasClosed) = await connection.ReadAll(Bound, cancellation);
        var outcome = !hasClosed ? "silence" : statuses.Count == 0 ? "closed" : string.Join("+", statuses);
        figures.Saw(outcome, hasClosed && statuses.All(shot.Allowed.Contains) && statuses.Count <= shot.MaxAnswers, shot.Name);
    }
}
