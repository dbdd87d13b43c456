using System.Globalization;
using System.Text;

namespace ResultsGrid.LoadTests.Reports;

/// <summary>Lines over seconds, as SVG.</summary>
public static class TimeChart
{
    private const int Width = 960;
    private const int Height = 300;
    private const int Left = 70;
    private const int Right = 20;
    private const int Top = 34;
    private const int Bottom = 44;
    private const int Steps = 4;

    /// <param name="title">Read out where the chart can't be seen.</param>
    /// <param name="unit">Of the upright axis.</param>
    public static string Svg(string title, string unit, IReadOnlyList<ChartLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var points = lines.SelectMany(line => line.Points).ToList();
        if (points.Count == 0) return "<p>Nothing was measured.</p>";
        var (from, to) = (points.Min(point => point.X), Math.Max(points.Max(point => point.X), points.Min(point => point.X) + 1));
        var top = Axis.Ceiling(points.Max(point => point.Y));
        double X(double x) => Left + ((x - from) / (to - from) * (Width - Left - Right));
        double Y(double y) => Height - Bottom - (y / top * (Height - Top - Bottom));

        var svg = new StringBuilder(Text($"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{ReportPage.Encode(title)}\">\n"));
        for (var step = 0; step <= Steps; step++)
        {
            var value = top * step / Steps;
            svg.Append(Text($"<path d=\"M{Left} {Y(value):F1}H{Width - Right}\" stroke=\"#b1b4b6\" fill=\"none\"/><text x=\"{Left - 8}\" y=\"{Y(value) + 5:F1}\" text-anchor=\"end\">{ReportPage.Figure(value, top < Steps ? 2 : 0)}</text>\n"));
        }

        foreach (var second in Axis.Ticks(from, to)) svg.Append(Text($"<text x=\"{X(second):F1}\" y=\"{Height - Bottom + 20}\" text-anchor=\"middle\">{second}</text>"));
        if (from < 0) svg.Append(Text($"<path d=\"M{X(0):F1} {Top}V{Height - Bottom}\" stroke=\"#0b0c0c\" stroke-dasharray=\"3 3\" fill=\"none\"/>"));
        svg.Append(Text($"<text x=\"{Width - Right}\" y=\"{Height - 6}\" text-anchor=\"end\">seconds after the release</text><text x=\"{Left}\" y=\"16\" text-anchor=\"end\">{ReportPage.Encode(unit)}</text>\n"));
        var legend = Left + 30;
        foreach (var line in lines)
        {
            var stroke = $"stroke=\"{line.Colour}\" stroke-width=\"2.5\" stroke-dasharray=\"{line.Dash}\" fill=\"none\"";
            svg.Append(Text($"<path d=\"M{string.Join('L', line.Points.Select(point => Text($"{X(point.X):F1} {Y(point.Y):F1}")))}\" {stroke}/>\n"));
            svg.Append(Text($"<path d=\"M{legend} 12h34\" {stroke}/><text x=\"{legend + 42}\" y=\"17\">{ReportPage.Encode(line.Name)}</text>\n"));
            legend += 90 + (line.Name.Length * 8);
        }

        return svg.Append("</svg>").ToString();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
