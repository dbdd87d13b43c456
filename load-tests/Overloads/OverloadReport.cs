using ResultsGrid.LoadTests.Arrivals;
using ResultsGrid.LoadTests.National;
using ResultsGrid.LoadTests.Promises;
using ResultsGrid.LoadTests.Reports;

namespace ResultsGrid.LoadTests.Overloads;

/// <summary>What an overloaded server promised and did.</summary>
public static class OverloadReport
{
    public const string Goodput = "Goodput at three times capacity";
    public const string Refusals = "Whoever can't be served is refused at once";
    public const string RetryAfter = "Every refusal is a 503 that says when to come back";
    public const string QuietCentres = "Quiet centres get all that they ask for";
    /// <summary>A column: how late the drill itself was.</summary>
    public const string Lateness = "Drill late p99 ms";

    public const string BusyCentres = "Busy centres get their fair share";

    private const double LeastGoodput = 0.9;
    private const double LeastOfQuiet = 0.98;
    private const double LeastOfBusy = 0.9;
    private static readonly TimeSpan LongestRefusal = TimeSpan.FromMilliseconds(5);

    public static DrillReport Of(OverloadPlan plan, Crowd crowd, IReadOnlyList<OverloadFigures> loads)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(crowd);
        ArgumentNullException.ThrowIfNull(loads);
        var peak = loads.Max(load => load.GoodPerSecond);
        var (most, refused) = (loads[^1], loads.Where(load => load.Load > 1).ToList());
        var (quiet, busy) = (Names(crowd.Quiet), Names(crowd.Busy));
        var (leastQuiet, leastBusy) = (loads.Min(load => load.ShareOfFair(quiet).All), loads.Min(load => load.ShareOfFair(busy).All));
        var (failed, speechless) = (loads.Sum(load => load.Failed), loads.Sum(load => load.Speechless));
        var slowest = refused.Max(load => load.Refusals.Quantile(0.99));
        return new DrillReport(
            $"Overload: a capacity of {Figures.Show(plan.Capacity)} a second, seed {plan.Seed}", [Table(loads, crowd, peak)],
            [
                new(Goodput, $"{LeastGoodput:P0} of its peak or more", $"{most.GoodPerSecond / peak:P0} ({Figures.Show(most.GoodPerSecond)} of {Figures.Show(peak)} a second)", most.GoodPerSecond >= LeastGoodput * peak),
                new(Refusals, $"beyond capacity, p99 from sending to head below {Ms(LongestRefusal)} ms", $"{Ms(slowest)} ms", slowest < LongestRefusal),
                new(RetryAfter, "no other outcome, and Retry-After on each", $"{failed} others, {speechless} without", failed + speechless == 0 && most.Refusals.Count > 0),
                new(QuietCentres, $"{LeastOfQuiet:P0} or more at every load", $"{leastQuiet:P1}", leastQuiet >= LeastOfQuiet),
                new(BusyCentres, $"{LeastOfBusy:P0} of it or more at every load", $"{leastBusy:P1}", leastBusy >= LeastOfBusy),
            ])
        {
            Histograms = [.. loads.Select(load => ($"At {Figures.Show(load.Load, 1)} times capacity: whoever was served, from the moment it was due", load.All.Latencies))],
        };
    }

    private static ReportTable Table(IReadOnlyList<OverloadFigures> loads, Crowd crowd, double peak) => new(
        $"By load: one hog with half of all requests, {crowd.Busy.Count} busy and {crowd.Quiet.Count} quiet centres; 'of fair' is what they got of a max-min fair share, with the worst of them",
        ["Load", "Asked/s", "Good/s", "of peak", "Served p50 ms", "p99 ms", "Refused/s", "Refusal p50 ms", "p99 ms", "Hog of fair", "Busy of fair", "Quiet of fair", Lateness, "Not served"],
        [.. loads.Select(IReadOnlyList<string> (load) =>
        [
            $"{Figures.Show(load.Load, 1)}x", Figures.Show(load.All.Answers / load.Duration.TotalSeconds), Figures.Show(load.GoodPerSecond), $"{load.GoodPerSecond / peak:P0}",
            Ms(load.All.Latencies.Quantile(0.5)), Ms(load.All.Latencies.Quantile(0.99)),
            Figures.Show(load.Refusals.Count / load.Duration.TotalSeconds), Ms(load.Refusals.Quantile(0.5)), Ms(load.Refusals.Quantile(0.99)),
            $"{load.ShareOfFair([crowd.Hog.By]).All:P0}", Fair(load.ShareOfFair(Names(crowd.Busy))), Fair(load.ShareOfFair(Names(crowd.Quiet))),
            Ms(load.All.Lateness.Quantile(0.99)), load.All.Failures,
        ])]);

    private static string Fair((double All, double Worst) share) => $"{share.All:P0} ({share.Worst:P0})";

    private static List<string> Names(IEnumerable<LoadRequest> requests) => [.. requests.Select(request => request.By)];

    private static string Ms(TimeSpan duration) => Figures.Show(duration.TotalMilliseconds, 1);
}
