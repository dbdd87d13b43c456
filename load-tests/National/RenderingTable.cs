using Spectre.Console;

namespace ResultsGrid.LoadTests.National;

/// <summary>Prints how fast each pure step is.</summary>
public static class RenderingTable
{
    public static void Print(IReadOnlyList<RenderingRate> rates, int candidates, int results, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(rates);
        ArgumentNullException.ThrowIfNull(console);
        var table = new Table().AddColumns("Step", "Wall s", "CPU s", "us/candidate", "Candidates/s", "Results/s", "Documents/s", "Bytes each");
        foreach (var rate in rates)
        {
            var seconds = rate.Wall.TotalSeconds;
            table.AddRow(
                rate.Step, Figures.Show(seconds, 1), Figures.Show(rate.Processor.TotalSeconds, 1), Figures.Show(rate.Processor.TotalMicroseconds / candidates),
                Figures.Show(candidates / seconds), Figures.Show(results / seconds),
                rate.Documents == 0 ? "" : Figures.Show(rate.Documents / seconds), rate.Documents == 0 ? "" : Figures.Show((double)rate.Bytes / rate.Documents));
        }

        console.Write(table);
    }
}
