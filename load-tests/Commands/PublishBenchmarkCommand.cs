using System.CommandLine;
using ResultsGrid.LoadTests.National;
using ResultsGrid.Rehearsal;
using Spectre.Console;

namespace ResultsGrid.LoadTests.Commands;

/// <summary>Measures how fast results become documents: each stage alone, then a country through the whole service.</summary>
public static class PublishBenchmarkCommand
{
    public static Command Create()
    {
        var size = new SeriesSizeOptions();
        var data = new Option<DirectoryInfo?>("--data") { Description = "A new folder to keep what is published; without it, a temporary one that is deleted." };
        var command = new Command("publish-benchmark", "Loads, awards and publishes an invented series and prints what each stage took.") { size.Centres, size.Candidates, size.Seed, data };
        command.SetAction((options, cancellation) => Run(size.Plan(options), options.GetValue(data), cancellation));
        return command;
    }

    /// <summary>Wide enough for the tables: into a file they would be folded to 80 columns.</summary>
    private const int LogColumns = 150;

    private static async Task<int> Run(RehearsalPlan plan, DirectoryInfo? kept, CancellationToken cancellation)
    {
        var folder = kept?.FullName ?? Directory.CreateTempSubdirectory("resultsgrid-benchmark-").FullName;
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = LogColumns;
        try
        {
            await PublishBenchmark.Run(plan, folder, AnsiConsole.Console, cancellation);
            return 0;
        }
        catch (Exception refusal) when (refusal is ArgumentException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync($"The benchmark ended early: {refusal.Message}");
            return 1;
        }
        finally
        {
            if (kept is null) Directory.Delete(folder, recursive: true);
        }
    }
}
