using System.Globalization;
using ResultsGrid.LoadTests.Nights.Figures;
using Spectre.Console;

namespace ResultsGrid.LoadTests.Nights;

/// <summary>Prints what a night came to.</summary>
public static class NightConsole
{
    public static void Print(NightFigures figures, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(console);
        var meter = figures.Night.Meter;
        var table = new Table().AddColumns("Request", "Answered", "p50 ms", "p90 ms", "p99 ms", "p99.9 ms", "Max ms", "Outcomes");
        foreach (var (kind, its) in meter.Kinds.Where(kind => kind.Value.Outcomes.Count > 0))
        {
            table.AddRow(
                $"{kind}", Figure(its.Latencies.Count), Ms(its.Latencies.Quantile(0.5)), Ms(its.Latencies.Quantile(0.9)), Ms(its.Latencies.Quantile(0.99)),
                Ms(its.Latencies.Quantile(0.999)), Ms(its.Latencies.Max), NightText.Outcomes(its));
        }

        console.Write(table);
        foreach (var (what, value) in NightText.Summary(figures)) console.WriteLine($"{what}: {value}");
        foreach (var (check, count) in figures.Night.Findings.Counts) console.WriteLine($"FAILED {check}: {count:N0}");
        foreach (var finding in figures.Night.Findings.First) console.WriteLine($"{finding.Check}: {finding.Where}\n  expected: {finding.Expected}\n  found:    {finding.Found}");
    }

    internal static string Ms(TimeSpan duration) => duration.TotalMilliseconds.ToString("N1", CultureInfo.InvariantCulture);

    private static string Figure(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
