using ResultsGrid.LoadTests.National;
using Spectre.Console;

namespace ResultsGrid.LoadTests.Downloads;

/// <summary>Prints what recording costs.</summary>
public static class LedgerTable
{
    public static void Print(IReadOnlyList<RecordingCost> costs, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(costs);
        ArgumentNullException.ThrowIfNull(console);
        var table = new Table().Border(TableBorder.Ascii).AddColumns("Recorded by", "Waiters", "Entries/s", "CPU us each", "Bytes each");
        foreach (var cost in costs)
        {
            table.AddRow(
                cost.Way, $"{cost.Waiters}", Figures.Show(cost.EntriesPerSecond), Figures.Show(cost.Processor.TotalMicroseconds, 1), Figures.Show(cost.AllocatedBytes, 1));
        }

        console.Write(table);
    }
}
