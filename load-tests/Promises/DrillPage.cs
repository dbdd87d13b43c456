using ResultsGrid.LoadTests.Reports;

namespace ResultsGrid.LoadTests.Promises;

/// <summary>What a drill saw, as a page that a person reads.</summary>
public static class DrillPage
{
    /// <param name="command">What was typed, for whoever wants to see it again.</param>
    public static string Html(DrillReport report, string command)
    {
        ArgumentNullException.ThrowIfNull(report);
        var page = new ReportPage(report.Title);
        page.Verdict(report.Holds, report.Holds ? "Every promise held." : $"Broken: {string.Join("; ", report.Promises.Where(promise => !promise.Holds).Select(promise => promise.Name))}.");
        page.Table(report.Table);
        foreach (var table in report.Tables) page.Table(table);
        foreach (var (caption, latencies) in report.Histograms.Where(one => one.Latencies.Count > 0))
            page.Figure(caption, LatencyChart.Svg(caption, latencies), LatencyChart.Table(caption, latencies));
        return page.Heading("How it was done").Paragraph($"{command}, on {Environment.ProcessorCount} processors that the service and the drill shared.").Html();
    }
}
