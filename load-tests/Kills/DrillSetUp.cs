using ResultsGrid.Awarding.Codes;
using ResultsGrid.Gateway.Accounts;
using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Gateway.Operators;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Grains.Release;
using ResultsGrid.LoadTests.Kills.Answers;
using ResultsGrid.LoadTests.Kills.Writers;
using ResultsGrid.LoadTests.Processes;

namespace ResultsGrid.LoadTests.Kills;

/// <summary>Fills an empty data folder with what the writers need, before anything is killed.</summary>
internal static class DrillSetUp
{
    private static readonly SeriesCode Downloaded = SeriesCode.Parse("6Z20");

    public static async Task<DrillWriters> Run(KillPlan plan, KillReport report)
    {
        var passwords = (Anna: await GatewayProcess.AddOperator(plan.Folder, "anna"), Ben: await GatewayProcess.AddOperator(plan.Folder, "ben"));
        using var process = await GatewayProcess.Start(plan.Folder);
        using var anna = await SignIn(process, "anna", passwords.Anna);
        using var ben = await SignIn(process, "ben", passwords.Ben);
        using var calls = new Calls(process.Address);
        var board = new Board(anna.Token!, ben.Token!);
        var packages = new DrillPackages(plan.Seed);
        await Follow(anna, await anna.Load(packages.Package(Downloaded, 0), CancellationToken.None));
        await Follow(anna, await anna.Award(Downloaded, CancellationToken.None));
        await ben.Approve(Downloaded, CancellationToken.None);
        await Follow(anna, await anna.Publish(Downloaded, CancellationToken.None));

        // Each writer draws from its own chances, so that what one does is independent of the others' speed.
        var number = 0;
        Random Chance() => new(plan.Seed + (1_000_003 * ++number));
        var schedule = new ScheduleWriter(Downloaded, board, Chance(), report);
        await schedule.Begin(calls);
        var series = new SeriesWriter(Downloaded, packages, board, Chance(), report);
        var writers = new List<IWriter> { schedule, series };
        foreach (var centre in packages.CentreNumbers)
        {
            writers.Add(new AccountsWriter(centre, board, Chance(), report));
            var key = await anna.AddKey(centre, new NewKey("downloads", Role.ResultsFullAccess), CancellationToken.None);
            var files = await PublishedFile.List(calls, board.Anna, $"centres/{centre}/series/{Downloaded}");
            writers.Add(new DownloadsWriter(centre, Downloaded, key.Secret, key.Key.Id, files, board, Chance(), report));
        }

        var home = packages.CentreNumbers[^1];
        var teacher = await anna.AddUser(home, new NewUser("teacher", "Teacher", [Role.TutorTeacher]), CancellationToken.None);
        writers.Add(new SessionsWriter(home, "teacher", teacher.Password, board, Chance(), report));
        return new DrillWriters(writers, series, board, Downloaded);
    }

    private static Task<OperatorClient> SignIn(GatewayProcess process, string name, string password)
        => OperatorClient.SignIn(process.Address, new Credentials($"board.{name}", password), CancellationToken.None);

    private static Task Follow(OperatorClient client, ShownJob job) => client.Follow(job, _ => { }, CancellationToken.None);
}
