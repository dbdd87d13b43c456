using ResultsGrid.LoadTests.National;
using ResultsGrid.LoadTests.Promises;
using ResultsGrid.LoadTests.Reports;

namespace ResultsGrid.LoadTests.Growth;

/// <summary>What growing costs.</summary>
public static class GrowthReport
{
    public const string Cost = "A request costs the same however many centres there are";
    public const string Memory = "An idle centre weighs little";
    public const string Start = "The service is ready in seconds";
    public const string Answered = "Every request is answered";

    private const double MostTimes = 1.1;
    private const double MostBytes = 20_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public static DrillReport Of(GrowthPlan plan, IReadOnlyList<SizeFigures> sizes)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(sizes);
        var (least, most) = (sizes[0], sizes[^1]);
        var (times, bareTimes) = (most.MedianProcessor / least.MedianProcessor, most.MedianBareProcessor / least.MedianBareProcessor);
        var bytes = (most.HeapBytes - least.HeapBytes) / (double)(most.Centres - least.Centres);
        var failed = sizes.Where(size => size.Failures != "none").ToList();
        return new DrillReport($"Growth from {least.Centres} to {most.Centres} centres, seed {plan.Seed}", [Table(plan, sizes)],
        [
            new(Cost, $"the service's processor time a request, median of the rounds, at most {MostTimes} times", $"{Figures.Show(times, 2)} times (a bare server with the same documents: {Figures.Show(bareTimes, 2)})", times <= MostTimes),
            new(Memory, $"below {Figures.Show(MostBytes)} bytes of objects, documents apart", $"{Figures.Show(bytes)} bytes", bytes < MostBytes),
            new(Start, $"{most.Centres} centres within {Longest.TotalSeconds} s", $"{Figures.Show(most.Ready.TotalSeconds, 1)} s", most.Ready <= Longest),
            new(Answered, "200, whole", failed.Count == 0 ? "all" : string.Join(", ", failed.Select(size => size.Failures)), failed.Count == 0),
        ]);
    }

    private static ReportTable Table(GrowthPlan plan, IEnumerable<SizeFigures> sizes) => new(
        $"One candidate a centre, {plan.Rounds} rounds of {plan.Requests} requests to each size in turn",
        ["Centres", "Ready s", "Objects MB", "Resident MB", "CPU us/request", "least", "most", "Bare server us/request", "least", "most"],
        [.. sizes.Select(IReadOnlyList<string> (size) =>
        [
            Figures.Show(size.Centres), Figures.Show(size.Ready.TotalSeconds, 1), Figures.Show(size.HeapBytes / 1e6, 1), Figures.Show(size.ResidentBytes / 1e6),
            Us(size.MedianProcessor), Us(size.Processor.Min()), Us(size.Processor.Max()),
            Us(size.MedianBareProcessor), Us(size.BareProcessor.Min()), Us(size.BareProcessor.Max()),
        ])]);

    private static string Us(TimeSpan duration) => Figures.Show(duration.TotalMicroseconds, 1);
}
