using ResultsGrid.LoadTests.National;
using Spectre.Console;

namespace ResultsGrid.LoadTests.Ceilings;

/// <summary>Prints a race.</summary>
public static class CeilingTable
{
    public static void Print(IReadOnlyList<CeilingFigures> figures, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(console);
        var table = new Table().Border(TableBorder.Ascii).AddColumns(
            "Discipline", "Body bytes", "Server", "Requests/s", "of bare Kestrel", "of nginx", "p50 ms", "p99 ms", "p99.9 ms", "Server CPU us/request", "Errors");
        foreach (var discipline in figures.GroupBy(one => one.Discipline))
        {
            var (kestrel, nginx) = (discipline.Single(one => one.Contestant == Contestant.Kestrel), discipline.Single(one => one.Contestant == Contestant.Nginx));
            foreach (var one in discipline)
            {
                table.AddRow(
                    one.Discipline, Figures.Show(one.Bytes), one.Contestant, Figures.Show(one.PerSecond),
                    Figures.Show(one.PerSecond / kestrel.PerSecond, 2), Figures.Show(one.PerSecond / nginx.PerSecond, 2),
                    Figures.Show(one.Median.TotalMilliseconds, 2), Figures.Show(one.Percentile99.TotalMilliseconds, 2), Figures.Show(one.Percentile999.TotalMilliseconds, 2),
                    Figures.Show(one.Processor.TotalMicroseconds, 1), $"{one.Errors}");
            }
        }

        console.Write(table);
    }
}
