using System.CommandLine;
using ResultsGrid.LoadTests.Kills;
using Spectre.Console;

namespace ResultsGrid.LoadTests.Commands;

/// <summary>Kills the service again and again while clients write, and looks whether anything is lost.</summary>
public static class KillsCommand
{
    public static Command Create()
    {
        var kills = new Option<int>("--kills") { Description = "How many times to kill.", DefaultValueFactory = _ => 100 };
        var seed = new Option<int>("--seed") { Description = "The same seed kills at the same moments and writes the same things, as far as the machine's timing allows.", DefaultValueFactory = _ => 1 };
        var command = new Command("kills", "Kills the real process at random moments under writing clients; exits with 1 at the first thing lost or half done.") { kills, seed };
        command.SetAction(options => Run(options.GetRequiredValue(kills), options.GetRequiredValue(seed)));
        return command;
    }

    private static async Task<int> Run(int kills, int seed)
    {
        var folder = Directory.CreateTempSubdirectory("resultsgrid-kills-").FullName;
        var drill = new KillDrill(new KillPlan(kills, seed, folder), Console.WriteLine);
        Console.WriteLine($"{kills} kills, seed {seed}, data in {folder}");
        try
        {
            await drill.Run();
            Show(drill.Report);
            Directory.Delete(folder, recursive: true);
            return 0;
        }
        catch (LostException lost)
        {
            Show(drill.Report);
            await Console.Error.WriteLineAsync($"Seed {seed}, after {drill.Report.Kills} kills; the data folder is kept: {folder}\n{lost.Message}");
            return 1;
        }
    }

    private static void Show(KillReport report)
    {
        var table = new Table().Border(TableBorder.Ascii).AddColumn("Operation").AddColumn("Acknowledged").AddColumn("Unanswered, found done").AddColumn("Unanswered, found not done");
        foreach (var (operation, count) in report.Operations.OrderBy(one => one.Key, StringComparer.Ordinal))
            table.AddRow(operation, $"{count.Acknowledged}", $"{count.FoundDone}", $"{count.FoundNotDone}");
        AnsiConsole.Write(table);
        Console.WriteLine($"{report.Kills} kills ({report.KillsAtWork} at work, {report.KillsInStartUp} while starting, {report.KillsRightAfterStart} right after the start), "
            + $"{report.Acknowledged} operations acknowledged, {report.Checks} checks");
    }
}
