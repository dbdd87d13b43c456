using System.Globalization;
using System.Text;
using ResultsGrid.LoadTests.Latencies;

namespace ResultsGrid.LoadTests.Reports;

/// <summary>A histogram of latencies as SVG. Both axes are logarithmic: the few slow ones are what it is for.</summary>
public static class LatencyChart
{
    private const int BarsPerDecade = 10;
    private const int Width = 960;
    private const int Height = 240;
    private const int Left = 70;
    private const int Right = 32;
    private const int Top = 24;
    private const int Bottom = 44;

    /// <summary>A tenth of a millisecond, in milliseconds: what is faster is drawn there.</summary>
    private const double Shortest = 0.1;

    public static string Svg(string title, LatencyHistogram latencies)
    {
        ArgumentNullException.ThrowIfNull(latencies);
        var bars = Bars(latencies);
        var decades = Math.Max(1, (int)Math.Ceiling((bars.Keys.Max() + 1) / (double)BarsPerDecade));
        var top = Math.Max(1, Math.Ceiling(Math.Log10(bars.Values.Max() + 1)));
        double X(double bar) => Left + (bar / (decades * BarsPerDecade) * (Width - Left - Right));
        // One stands a little above the axis, none on it.
        double Y(double count) => Height - Bottom - (Math.Log10(count + 1) / top * (Height - Top - Bottom));

        var svg = new StringBuilder(Text($"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{ReportPage.Encode(title)}\">\n"));
        for (var power = 0; power < top; power++)
        {
            var count = Math.Pow(10, power);
            svg.Append(Text($"<path d=\"M{Left} {Y(count):F1}H{Width - Right}\" stroke=\"#b1b4b6\" fill=\"none\"/><text x=\"{Left - 8}\" y=\"{Y(count) + 5:F1}\" text-anchor=\"end\">{ReportPage.Figure(count)}</text>\n"));
        }

        foreach (var (bar, count) in bars)
            svg.Append(Text($"<path d=\"M{X(bar) + 0.5:F1} {Height - Bottom}V{Y(count):F1}H{X(bar + 1) - 0.5:F1}V{Height - Bottom}Z\" fill=\"#1d70b8\"/>\n"));
        for (var decade = 0; decade <= decades; decade++)
            svg.Append(Text($"<text x=\"{X(decade * BarsPerDecade):F1}\" y=\"{Height - Bottom + 20}\" text-anchor=\"middle\">{Shortest * Math.Pow(10, decade):#,0.#}</text>"));
        foreach (var (row, (name, share)) in new[] { ("p50", 0.5), ("p99", 0.99), ("p99.9", 0.999) }.Index())
        {
            var x = X(Place(latencies.Quantile(share)));
            svg.Append(Text($"<path d=\"M{x:F1} {Top - 10}V{Height - Bottom}\" stroke=\"#0b0c0c\" stroke-dasharray=\"4 3\" fill=\"none\"/><text x=\"{x + 4:F1}\" y=\"{Top + (row * 16)}\">{name}</text>\n"));
        }

        svg.Append(Text($"<text x=\"{Width - Right}\" y=\"{Height - 6}\" text-anchor=\"end\">milliseconds (logarithmic)</text><text x=\"4\" y=\"14\">requests</text>\n"));
        return svg.Append("</svg>").ToString();
    }

    /// <summary>The same, a row for each bar.</summary>
    public static ReportTable Table(string caption, LatencyHistogram latencies)
    {
        ArgumentNullException.ThrowIfNull(latencies);
        return new(caption, ["From ms", "Below ms", "Requests"], [.. Bars(latencies).Select(IReadOnlyList<string> (bar) => [Edge(bar.Key), Edge(bar.Key + 1), ReportPage.Figure(bar.Value)])]);
    }

    private static string Edge(int bar) => bar == 0 ? "0" : ReportPage.Figure(Shortest * Math.Pow(10, bar / (double)BarsPerDecade), 2);

    private static SortedDictionary<int, long> Bars(LatencyHistogram latencies)
    {
        var bars = new SortedDictionary<int, long>();
        foreach (var (from, _, count) in latencies.Buckets)
        {
            var bar = (int)Place(from);
            bars[bar] = bars.GetValueOrDefault(bar) + count;
        }

        return bars;
    }

    private static double Place(TimeSpan latency) => Math.Max(0, Math.Log10(latency.TotalMilliseconds / Shortest) * BarsPerDecade);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
