using ResultsGrid.LoadTests.Arrivals;
using ResultsGrid.LoadTests.Promises;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Hostilities;

/// <summary>One attack after the other, with good clients on a clock just before it and beside it.</summary>
/// <param name="memory">Bytes that the server holds resident now.</param>
public sealed class Siege(HostileTarget target, HostilePlan plan, Func<long> memory)
{
    private const int MaxConnections = 1_000;

    public async Task<DrillReport> Run(CancellationToken cancellation)
    {
        // The first of all is the warm-up, of code and of documents.
        await Watch(plan.Quiet, new LoadFigures(), cancellation);
        var (began, results) = (memory(), new List<AttackResult>());
        foreach (var attack in plan.Attacks) results.Add(await Run(attack, cancellation));
        return SiegeReport.Of(plan, began, results);
    }

    private async Task<AttackResult> Run(IAttack attack, CancellationToken cancellation)
    {
        var (figures, before, during) = (new AttackFigures(), new LoadFigures(), new LoadFigures());
        await Watch(plan.Quiet, before, cancellation);
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(plan.Longest);
        var attacking = Task.Run(() => attack.Run(target, figures, bound.Token), cancellation);
        // As long as it lasts, and at least as long as before.
        do await Watch(plan.Quiet, during, cancellation);
        while (!attacking.IsCompleted);
        return new AttackResult(attack, figures, before, during, memory(), await Ended(attacking, attack, figures, cancellation));
    }

    private static async Task<bool> Ended(Task attacking, IAttack attack, AttackFigures figures, CancellationToken cancellation)
    {
        try
        {
            await attacking;
            return true;
        }
        catch (Exception broken) when (!cancellation.IsCancellationRequested && broken is OperationCanceledException or System.Net.Sockets.SocketException)
        {
            figures.Saw("not taken", isRight: false, $"{attack.Name}: {broken.Message}");
            return false;
        }
    }

    private Task Watch(TimeSpan duration, LoadFigures into, CancellationToken cancellation)
    {
        var arrivals = Arrival.Draw(plan.GoodPerSecond, duration, new Random(plan.Seed), chance => target.Documents[chance.Next(1, target.Documents.Count)]);
        return Task.Run(() => OpenLoad.Run(target.Address, WireLimits.Default, MaxConnections, arrivals, into.Hear, target.Time, cancellation), cancellation);
    }
}
