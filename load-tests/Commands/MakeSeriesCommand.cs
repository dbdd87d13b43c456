using System.CommandLine;
using ResultsGrid.Rehearsal;

namespace ResultsGrid.LoadTests.Commands;

/// <summary>Writes an invented series of any size as a package that the service loads.</summary>
public static class MakeSeriesCommand
{
    public static Command Create()
    {
        var size = new SeriesSizeOptions();
        var output = new Option<FileInfo>("--output") { Description = "The ZIP to write.", DefaultValueFactory = _ => new FileInfo("series.zip") };
        var command = new Command("make-series", "Invents a series and writes it as a package.") { size.Centres, size.Candidates, size.Seed, output };
        command.SetAction(options => Run(size.Plan(options), options.GetRequiredValue(output)));
        return command;
    }

    private static int Run(RehearsalPlan plan, FileInfo output)
    {
        try
        {
            using (var zip = output.Create()) RehearsalSeries.Write(zip, plan);
            output.Refresh();
            Console.WriteLine($"{output.FullName}: {plan.Centres:N0} centres, {plan.Candidates:N0} candidates, seed {plan.Seed}, {output.Length / 1e6:N1} MB.");
            return 0;
        }
        catch (Exception refusal) when (refusal is ArgumentException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"No series was made: {refusal.Message}");
            return 1;
        }
    }
}
