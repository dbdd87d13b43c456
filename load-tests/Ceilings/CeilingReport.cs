using ResultsGrid.LoadTests.National;
using ResultsGrid.LoadTests.Promises;
using ResultsGrid.LoadTests.Reports;

namespace ResultsGrid.LoadTests.Ceilings;

/// <summary>The most that a gateway serves, beside what it is measured by.</summary>
public static class CeilingReport
{
    public const string BesideKestrel = "Serves what a bare Kestrel endpoint does";
    public const string BesideNginx = "Serves what nginx does";
    public const string Tail = "Short tail at saturation";
    public const string Processor = "Processor time of a request";
    public const string Ledger = "The ledger costs little";
    public const string Recorded = "Every completed download is in the ledger";
    public const string Answered = "Every request is answered";

    private const double LeastOfKestrel = 0.9;
    private const double LeastOfNginx = 0.6;
    private const double MostProcessor = 1.25;
    private const double MostOfLedger = 0.1;
    private static readonly TimeSpan LongestTail = TimeSpan.FromMilliseconds(10);

    /// <summary>What the promises are about: whole documents of 5 and 20 KB over HTTP. The processor's is about 20 KB.</summary>
    private static readonly Discipline Large = new(20_000, IsTls: false, IsConditional: false);
    private static readonly Discipline[] Promised = [new(5_000, IsTls: false, IsConditional: false), Large];

    public static DrillReport Of(CeilingPlan plan, IReadOnlyList<CeilingFigures> figures, LedgerCheck ledger)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(ledger);
        var races = figures.GroupBy(one => one.Discipline).Select(race => race.ToDictionary(one => one.Contestant)).ToList();
        var promised = races.Where(race => Promised.Contains(race[Contestant.Gateway].Discipline)).ToList();
        var errors = figures.Sum(one => one.Errors);
        return new DrillReport(
            $"The ceiling: {plan.Connections} connections, {plan.Rounds} rounds of {plan.Duration.TotalSeconds} s for each server", [Table(races)],
            [
                .. promised.SelectMany(Promises),
                new(Recorded, $"what was completed, and at most {ledger.Late} on which the generator hung up", $"{Figures.Show(ledger.Completed)} completed, {Figures.Show(ledger.Recorded)} recorded", ledger.Holds),
                new(Answered, "no fault of a connection, no status from 400 on", $"{errors} faults", errors == 0),
            ])
        {
            Histograms = [.. figures.Where(one => one.Contestant == Contestant.Gateway).Select(one => ($"{one.Discipline.Name}: latencies of the gateway", one.Latencies))],
        };
    }

    private static IEnumerable<Promise> Promises(Dictionary<string, CeilingFigures> race)
    {
        var (gateway, kestrel) = (race[Contestant.Gateway], race[Contestant.Kestrel]);
        var (size, tail) = (gateway.Discipline.Name, gateway.Percentile99);
        var (ofKestrel, ofNginx) = (gateway.PerSecond / kestrel.PerSecond, gateway.PerSecond / race[Contestant.Nginx].PerSecond);
        var ofLedger = 1 - (gateway.PerSecond / race[Contestant.WithoutLedger].PerSecond);
        yield return new($"{BesideKestrel}, {size}", $"{LeastOfKestrel} of it or more", Figures.Show(ofKestrel, 2), ofKestrel >= LeastOfKestrel);
        yield return new($"{BesideNginx}, {size}", $"{LeastOfNginx} of it or more", Figures.Show(ofNginx, 2), ofNginx >= LeastOfNginx);
        yield return new($"{Tail}, {size}", $"p99 below {LongestTail.TotalMilliseconds} ms", $"{Ms(tail)} ms", tail < LongestTail);
        yield return new($"{Ledger}, {size}", $"less than {MostOfLedger:P0} of the throughput", $"{ofLedger:P0}", ofLedger < MostOfLedger);
        if (gateway.Discipline != Large) yield break;
        var processor = gateway.Processor / kestrel.Processor;
        yield return new($"{Processor}, {size}", $"at most {MostProcessor} times the bare Kestrel's", $"{Figures.Show(processor, 2)} times", processor <= MostProcessor);
    }

    private static ReportTable Table(IEnumerable<Dictionary<string, CeilingFigures>> races) => new(
        "Requests a second, each the median of the rounds",
        ["Discipline", "Server", "Body bytes", "Requests/s", "of bare Kestrel", "of nginx", "p50 ms", "p99 ms", "p99.9 ms", "Server CPU us/request", "Errors"],
        [.. races.SelectMany(race => race.Values.Select(IReadOnlyList<string> (one) =>
        [
            one.Discipline.Name, one.Contestant, Figures.Show(one.Bytes), Figures.Show(one.PerSecond),
            Figures.Show(one.PerSecond / race[Contestant.Kestrel].PerSecond, 2), Figures.Show(one.PerSecond / race[Contestant.Nginx].PerSecond, 2),
            Ms(one.Median), Ms(one.Percentile99), Ms(one.Percentile999), Figures.Show(one.Processor.TotalMicroseconds, 1), $"{one.Errors}",
        ]))], 1);

    private static string Ms(TimeSpan duration) => Figures.Show(duration.TotalMilliseconds, 2);
}
