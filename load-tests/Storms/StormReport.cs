using ResultsGrid.LoadTests.Arrivals;
using ResultsGrid.LoadTests.National;
using ResultsGrid.LoadTests.Promises;
using ResultsGrid.LoadTests.Reports;

namespace ResultsGrid.LoadTests.Storms;

/// <summary>What a storm of sign-ins did to the others.</summary>
public static class StormReport
{
    public const string Downloads = "Sign-ins don't slow downloads";
    public const string Served = "Keys and open sessions go on";
    public const string Refusals = "Refused sign-ins hear when to come back";
    public const string Right = "Right passwords get in";
    public const string Quiet = "Guessing at one centre shuts no other out";

    private const double MostTimes = 1.5;
    private static readonly TimeSpan OrLonger = TimeSpan.FromMilliseconds(5);
    private static readonly string[] Answered = ["200", "201", "401", "403", "423", "429", "503"];

    /// <param name="capacity">Downloads a second that the machine served; null where it was not measured.</param>
    /// <param name="guessed">Only guesses at one centre, and the quiet centre's sign-ins.</param>
    public static DrillReport Of(StormPlan plan, double? capacity, double perSecond, IReadOnlyList<(StormFigures Without, StormFigures With)> pairs, StormFigures guessed)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(guessed);
        var halves = pairs.SelectMany(pair => new[] { pair.Without, pair.With }).Append(guessed).ToList();
        var (without, with) = (Median(pairs.Select(pair => P99(pair.Without))), Median(pairs.Select(pair => P99(pair.With))));
        var allowed = TimeSpan.FromTicks(Math.Max((long)(without.Ticks * MostTimes), (without + OrLonger).Ticks));
        var unserved = halves.Sum(half => half.Downloads.Answers - half.Downloads.Served + half.Sessions.Answers - half.Sessions.Served);
        var (speechless, odd) = (halves.Sum(half => half.Speechless), halves.Sum(half => Odd(half.Right) + Odd(half.Wrong) + Odd(half.Quiet)));
        var right = pairs.Sum(pair => pair.With.Right.Served + pair.With.Quiet.Served);
        return new DrillReport(
            $"A storm of sign-ins: {Figures.Show(plan.SignInsPerSecond)} a second beside {Figures.Show(perSecond)} downloads a second{(capacity is { } most ? $", half of the {Figures.Show(most)} that the machine serves" : "")}, seed {plan.Seed}",
            [DownloadsTable(halves), SignInsTable(halves.Where(half => half.Wrong.Answers > 0))],
            [
                new(Downloads, $"p99, median of the pairs, at most {MostTimes} times or {Ms(OrLonger)} ms longer than without", $"{Ms(without)} ms without, {Ms(with)} ms with", with <= allowed),
                new(Served, "every download and every request with a session answered 200", $"{unserved} not", unserved == 0),
                new(Refusals, "Retry-After and the seconds in words on each 503; no other failure", $"{speechless} without, {odd} other failures", speechless + odd == 0),
                new(Right, "some in each storm", $"{right}", pairs.All(pair => pair.With.Right.Served + pair.With.Quiet.Served > 0)),
                new(Quiet, "all of the quiet centre's sign-ins answered 201", $"{guessed.Quiet.Served} of {guessed.Quiet.Answers}", guessed.Quiet.Served == guessed.Quiet.Answers && guessed.Quiet.Answers > 0),
            ])
        {
            Histograms = [.. halves.Select(half => ($"{half.Name}: downloads, from the moment each was due", half.Downloads.Latencies))],
        };
    }

    private static ReportTable DownloadsTable(IEnumerable<StormFigures> halves) => new(
        "Downloads with keys, and requests with open sessions", ["Half", "Downloads", "p50 ms", "p99 ms", "p99.9 ms", "Not served", "Session requests", "p99 ms", "Not served", "Drill late p99 ms"],
        [.. halves.Select(IReadOnlyList<string> (half) =>
        [
            half.Name, $"{half.Downloads.Answers}", Ms(half.Downloads.Latencies.Quantile(0.5)), Ms(P99(half)), Ms(half.Downloads.Latencies.Quantile(0.999)), half.Downloads.Failures,
            $"{half.Sessions.Answers}", Ms(half.Sessions.Latencies.Quantile(0.99)), half.Sessions.Failures, Ms(half.Downloads.Lateness.Quantile(0.99)),
        ])]);

    private static ReportTable SignInsTable(IEnumerable<StormFigures> halves) => new(
        "Sign-ins", ["Half", "Right", "got in", "p50 ms", "refused", "Wrong: outcomes", "Passwords hashed/s", "At the quiet centre", "got in", "p50 ms", "Longest ms"],
        [.. halves.Select(IReadOnlyList<string> (half) =>
        [
            half.Name, $"{half.Right.Answers}", $"{half.Right.Served}", Ms(half.Right.Latencies.Quantile(0.5)), half.Right.Failures, half.Wrong.Failures,
            Figures.Show((half.Right.Served + half.Quiet.Served + half.Wrong.Outcomes.GetValueOrDefault("401")) / half.Took.TotalSeconds, 1),
            $"{half.Quiet.Answers}", $"{half.Quiet.Served}", Ms(half.Quiet.Latencies.Quantile(0.5)), Ms(half.Quiet.Latencies.Max),
        ])], 5);

    private static int Odd(LoadFigures figures) => figures.Outcomes.Where(one => !Answered.Contains(one.Key)).Sum(one => one.Value);

    private static TimeSpan P99(StormFigures half) => half.Downloads.Latencies.Quantile(0.99);

    private static TimeSpan Median(IEnumerable<TimeSpan> durations)
    {
        var sorted = durations.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static string Ms(TimeSpan duration) => Figures.Show(duration.TotalMilliseconds, 1);
}
