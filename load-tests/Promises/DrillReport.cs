using ResultsGrid.LoadTests.Latencies;
using ResultsGrid.LoadTests.Reports;

namespace ResultsGrid.LoadTests.Promises;

/// <summary>What a drill saw: its figures, and each promise beside them.</summary>
public sealed record DrillReport(string Title, IReadOnlyList<ReportTable> Tables, IReadOnlyList<Promise> Promises)
{
    /// <summary>To be drawn, each under its caption.</summary>
    public IReadOnlyList<(string Caption, LatencyHistogram Latencies)> Histograms { get; init; } = [];

    public bool Holds => Promises.All(promise => promise.Holds);

    /// <summary>The promises as a table: aim and seen.</summary>
    public ReportTable Table => new(
        "Promises", ["Promise", "Aim", "Seen", "Verdict"],
        [.. Promises.Select(IReadOnlyList<string> (promise) => [promise.Name, promise.Aim, promise.Seen, promise.Holds ? "held" : "BROKEN"])], 1, 2, 3);
}
