namespace ResultsGrid.LoadTests.Hostilities.Attacks;

/// <summary>Many malformed or tricky requests, each on a connection of its own.</summary>
public sealed class Shots(string name, Func<HostileTarget, IEnumerable<Shot>> make) : IAttack
{
    private const int Times = 5;

    /// <summary>Those that look unfinished are waited for by the server as long as slow ones: 10 s for headers.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(15);

    /// <summary>A second answer would be to a request that was smuggled in; it would come at once.</summary>
    private static readonly TimeSpan ForASecond = TimeSpan.FromMilliseconds(500);

    public string Name => name;

    public string Expected => "each refused or closed within 15 s, no fault, nothing of another centre";

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
        var (statuses, hasClosed) = await connection.ReadAll(Bound, cancellation, ForASecond);
        var outcome = statuses.Count > 0 ? string.Join("+", statuses) : hasClosed ? "closed" : "silence";
        figures.Saw(outcome, outcome != "silence" && statuses.All(shot.Allowed.Contains) && statuses.Count <= shot.MaxAnswers, shot.Name);
    }
}
