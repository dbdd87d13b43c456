using System.Globalization;
using Spectre.Console;

namespace ResultsGrid.LoadTests.National;

/// <summary>Prints what a night took.</summary>
public static class NightTable
{
    private const double Mega = 1e6;

    public static void Print(NightFigures night, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(night);
        ArgumentNullException.ThrowIfNull(console);
        console.Write(Stages(night));
        console.Write(Growth(night));
        var last = night.Stages[^1];
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Loaded, awarded and published in {night.Wall.TotalMinutes:F1} minutes: {night.Centres:N0} centres, {night.Candidates:N0} candidates, {night.Results:N0} results, {night.StoredDocuments:N0} stored files."));
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Peak memory {last.PeakMemoryBytes / Mega:N0} MB, disk {last.DiskBytes / Mega:N0} MB, {Environment.ProcessorCount} processors."));
    }

    private static Table Stages(NightFigures night)
    {
        var table = new Table().AddColumns("Stage", "Wall s", "CPU s", "CPUs", "Candidates/s", "Results/s", "Files/s", "Peak MB", "Disk MB");
        foreach (var stage in night.Stages)
        {
            var seconds = stage.Wall.TotalSeconds;
            table.AddRow(
                stage.Stage, Figures.Show(seconds, 1), Figures.Show(stage.Processor.TotalSeconds, 1), Figures.Show(stage.Processor / stage.Wall, 2),
                Figures.Show(night.Candidates / seconds), Figures.Show(night.Results / seconds),
                stage.Stage.EndsWith("publishing", StringComparison.Ordinal) ? Figures.Show(night.StoredDocuments / seconds) : "",
                Figures.Show(stage.PeakMemoryBytes / Mega), Figures.Show(stage.DiskBytes / Mega));
        }

        return table;
    }

    private static Table Growth(NightFigures night)
    {
        var table = new Table { Title = new TableTitle("Publishing as the store grows") }.AddColumns("Slice", "Centres", "Candidates", "Wall s", "Candidates/s");
        foreach (var (index, slice) in night.Growth.Index())
            table.AddRow(Figures.Show(index + 1), Figures.Show(slice.Centres), Figures.Show(slice.Candidates), Figures.Show(slice.Wall.TotalSeconds, 1), Figures.Show(slice.CandidatesPerSecond));
        return table;
    }
}
