namespace ResultsGrid.LoadTests.Reports;

/// <summary>One line of a chart.</summary>
/// <param name="Colour">Of at least 3:1 on white.</param>
/// <param name="Dash">As SVG has it, so that lines differ without their colours; "" for a whole line.</param>
public sealed record ChartLine(string Name, string Colour, string Dash, IReadOnlyList<(double X, double Y)> Points);
