using ResultsGrid.LoadTests.Reports;
using Spectre.Console;

namespace ResultsGrid.LoadTests.Promises;

/// <summary>Prints what a drill saw.</summary>
public static class DrillConsole
{
    public static void Print(DrillReport report, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(console);
        foreach (var table in report.Tables.Append(report.Table))
        {
            console.WriteLine(table.Caption);
            console.Write(Grid(table));
        }

        console.WriteLine(report.Holds ? "Every promise held." : "A promise is broken.");
    }

    private static Table Grid(ReportTable table)
    {
        var grid = new Table().Border(TableBorder.Ascii).AddColumns([.. table.Columns]);
        foreach (var row in table.Rows) grid.AddRow([.. row.Select(Markup.Escape)]);
        return grid;
    }
}
