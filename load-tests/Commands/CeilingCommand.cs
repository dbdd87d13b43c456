using System.CommandLine;
using ResultsGrid.LoadTests.Ceilings;
using ResultsGrid.LoadTests.National;
using ResultsGrid.LoadTests.Nights.Preparation;
using Spectre.Console;

namespace ResultsGrid.LoadTests.Commands;

/// <summary>The most that a gateway serves, beside nginx and a bare Kestrel endpoint.</summary>
public static class CeilingCommand
{
    private const int MinCentres = 1_000;
    private const int CandidatesPerCentre = 20;
    private const int LogColumns = 190;

    public static Command Create()
    {
        var data = new Option<DirectoryInfo?>("--data") { Description = "A folder that a night was prepared in; without it, 1,000 centres are made and published first." };
        var seconds = new Option<int>("--seconds") { Description = "How long each turn lasts.", DefaultValueFactory = _ => 4 };
        var rounds = new Option<int>("--rounds") { Description = "How many turns each has; the median is shown.", DefaultValueFactory = _ => 5 };
        var connections = new Option<int>("--connections") { Description = "Kept open, each with one request under way.", DefaultValueFactory = _ => 128 };
        var only = new Option<string?>("--only") { Description = "Only disciplines whose name has this in it, for example '200 HTTP 20'." };
        var command = new Command("ceiling", "Measures requests a second of the gateway with everything on, of nginx and of a bare Kestrel endpoint (needs wrk and nginx).") { data, seconds, rounds, connections, only };
        command.SetAction((options, cancellation) => Run(
            options.GetValue(data)?.FullName,
            new CeilingPlan(
                [.. Discipline.All.Where(discipline => discipline.Name.Contains(options.GetValue(only) ?? "", StringComparison.Ordinal))],
                options.GetRequiredValue(connections), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(options.GetRequiredValue(seconds)), options.GetRequiredValue(rounds)),
            cancellation));
        return command;
    }

    private static async Task<int> Run(string? night, CeilingPlan plan, CancellationToken cancellation)
    {
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = LogColumns;
        var folder = Directory.CreateTempSubdirectory("resultsgrid-ceiling-").FullName;
        try
        {
            night ??= Path.Combine(folder, "night");
            if (!NightData.IsIn(night))
                await NightData.Make(night, NationalSeries.Plan(MinCentres, MinCentres * CandidatesPerCentre, seed: 1), people: 0, Console.WriteLine, TimeProvider.System, cancellation);
            var ceiling = new Ceiling(plan, folder, TimeProvider.System, Console.WriteLine);
            CeilingTable.Print(await ceiling.Run(night, cancellation), AnsiConsole.Console);
            Console.WriteLine(ceiling.LedgerVerdict);
            return 0;
        }
        catch (InvalidOperationException refusal)
        {
            await Console.Error.WriteLineAsync($"There is no ceiling: {refusal.Message}");
            return 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
