using ResultsGrid.LoadTests.Arrivals;
using ResultsGrid.LoadTests.National;
using ResultsGrid.LoadTests.Promises;
using ResultsGrid.LoadTests.Reports;

namespace ResultsGrid.LoadTests.Hostilities;

/// <summary>What a siege did to the server and its good clients.</summary>
public static class SiegeReport
{
    public const string GoodClients = "Good clients are all served";
    public const string Tail = "Good clients' tail stays where it was";
    public const string Memory = "Memory stays bounded";

    private const long MostMemoryBytes = 300_000_000;
    private const double MostTimes = 2;
    private static readonly TimeSpan OrLonger = TimeSpan.FromMilliseconds(10);

    public static DrillReport Of(HostilePlan plan, long memoryBefore, IReadOnlyList<AttackResult> results)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(results);
        var unserved = results.Sum(result => Unserved(result.Before) + Unserved(result.During));
        var grown = results.Max(result => result.MemoryBytes) - memoryBefore;
        var slowed = results.Where(result => P99(result.During) > Allowed(P99(result.Before))).ToList();
        return new DrillReport(
            $"Hostile clients beside {Figures.Show(plan.GoodPerSecond)} good requests a second, seed {plan.Seed}", [Table(results), Breaches(results)],
            [
                .. results.Select(result => new Promise(result.Attack.Name, result.Attack.Expected, result.Figures.Outcomes, result.HasEnded && result.Figures is { Count: > 0, Breaches.Count: 0 })),
                new(GoodClients, "every request answered 200", $"{unserved} not", unserved == 0),
                new(Tail, $"p99 at most {MostTimes} times or {Ms(OrLonger)} ms longer than just before", slowed.Count == 0 ? "in every attack" : $"not with: {string.Join(", ", slowed.Select(result => result.Attack.Name))}", slowed.Count == 0),
                new(Memory, $"at most {Figures.Show(MostMemoryBytes / 1e6)} MB more, after any attack", $"{Figures.Show(grown / 1e6)} MB", grown <= MostMemoryBytes),
            ])
        {
            Histograms = [.. results.Select(result => ($"Good clients during {result.Attack.Name}", result.During.Latencies))],
        };
    }

    private static ReportTable Table(IEnumerable<AttackResult> results) => new(
        "Good clients just before each attack, and during it",
        ["Attack", "Before: p50 ms", "p99 ms", "not served", "During: requests", "p50 ms", "p99 ms", "not served", "Drill late p99 ms", "Memory MB"],
        [.. results.Select(IReadOnlyList<string> (result) =>
        [
            result.Attack.Name, Ms(result.Before.Latencies.Quantile(0.5)), Ms(P99(result.Before)), result.Before.Failures,
            $"{result.During.Answers}", Ms(result.During.Latencies.Quantile(0.5)), Ms(P99(result.During)), result.During.Failures, Ms(result.During.Lateness.Quantile(0.99)), Figures.Show(result.MemoryBytes / 1e6),
        ])]);

    private static ReportTable Breaches(IEnumerable<AttackResult> results) => new(
        "What the server should not have done (the first of each)", ["Attack", "What"],
        [.. results.SelectMany(result => result.Figures.Breaches.Distinct().Select(IReadOnlyList<string> (breach) => [result.Attack.Name, breach]))], 1);

    private static int Unserved(LoadFigures figures) => figures.Answers - figures.Served;

    private static TimeSpan Allowed(TimeSpan before) => TimeSpan.FromTicks(Math.Max((long)(before.Ticks * MostTimes), (before + OrLonger).Ticks));

    private static TimeSpan P99(LoadFigures figures) => figures.Latencies.Quantile(0.99);

    private static string Ms(TimeSpan duration) => Figures.Show(duration.TotalMilliseconds, 1);
}
