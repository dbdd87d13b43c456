using System.CommandLine;
using ResultsGrid.LoadTests.National;
using ResultsGrid.LoadTests.Nights.Preparation;
using ResultsGrid.LoadTests.Promises;
using Spectre.Console;

namespace ResultsGrid.LoadTests.Commands;

/// <summary>What the drills' commands share: a prepared folder, a printed and a written report, and 1 as exit code where a promise is broken.</summary>
internal sealed class DrillCommand
{
    /// <summary>Wide enough for the tables: into a file they would be folded to 80 columns.</summary>
    private const int LogColumns = 210;

    private readonly Option<DirectoryInfo?> data = new("--data") { Description = "A folder to prepare once and use again, or that a night was prepared in; without it, a temporary one." };
    private readonly Option<int> seed = new("--seed") { Description = "The same seed sends the same requests at the same moments.", DefaultValueFactory = _ => 1 };
    private readonly Option<FileInfo?> report = new("--report") { Description = "An HTML report to write." };

    /// <param name="drill">Given a prepared night's folder and the seed.</param>
    public static Command Create(string name, string description, Func<string, int, ParseResult, CancellationToken, Task<DrillReport>> drill, params IReadOnlyList<Option> options)
        => Create(name, description, PreparedSize.Small, drill, options);

    /// <param name="drill">Given a prepared night's folder and the seed.</param>
    public static Command Create(
        string name, string description, PreparedSize size, Func<string, int, ParseResult, CancellationToken, Task<DrillReport>> drill, params IReadOnlyList<Option> options)
        => CreateUnprepared(name, description, async (folder, seed, parsed, cancellation) =>
        {
            if (!NightData.IsIn(folder))
                await NightData.Make(folder, NationalSeries.Plan(size.Centres, size.Centres * size.CandidatesPerCentre, seed: 1), people: 0, isOut: true, Console.WriteLine, TimeProvider.System, cancellation);
            return await drill(folder, seed, parsed, cancellation);
        }, options);

    /// <param name="drill">Given a folder that may be empty, and the seed.</param>
    public static Command CreateUnprepared(string name, string description, Func<string, int, ParseResult, CancellationToken, Task<DrillReport>> drill, params IReadOnlyList<Option> options)
    {
        var its = new DrillCommand();
        var command = new Command(name, description) { its.data, its.seed, its.report };
        foreach (var option in options) command.Add(option);
        command.SetAction((parsed, cancellation) => its.Run(parsed, drill, cancellation));
        return command;
    }

    private async Task<int> Run(ParseResult options, Func<string, int, ParseResult, CancellationToken, Task<DrillReport>> drill, CancellationToken cancellation)
    {
        if (Console.IsOutputRedirected) AnsiConsole.Profile.Width = LogColumns;
        var made = Directory.CreateTempSubdirectory("resultsgrid-drill-").FullName;
        try
        {
            var seen = await drill(options.GetValue(data)?.FullName ?? made, options.GetRequiredValue(seed), options, cancellation);
            DrillConsole.Print(seen, AnsiConsole.Console);
            if (options.GetValue(report) is { } page)
                await File.WriteAllTextAsync(page.FullName, DrillPage.Html(seen, $"{options.CommandResult.Command.Name} {string.Join(' ', options.Tokens.Skip(1))}"), cancellation);
            return seen.Holds ? 0 : 1;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException or InvalidOperationException or InvalidDataException or HttpRequestException)
        {
            await options.InvocationConfiguration.Error.WriteLineAsync($"There was no drill: {refusal.Message}");
            return 1;
        }
        finally
        {
            Directory.Delete(made, recursive: true);
        }
    }
}
