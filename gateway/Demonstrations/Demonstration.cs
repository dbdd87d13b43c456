using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Accounts;
using ResultsGrid.Gateway.Operators;
using ResultsGrid.Gateway.Release;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Release;
using ResultsGrid.Rehearsal;
using Spectre.Console;

namespace ResultsGrid.Gateway.Demonstrations;

/// <summary>Makes the demonstration: three invented series through the same load, award, approve and publish operations that a board uses.</summary>
public static class Demonstration
{
    /// <summary>Two, because a schedule needs a second person.</summary>
    private static readonly string[] OperatorNames = ["anna", "ben"];

    /// <summary>Of the first centres: about ten people with passwords in all.</summary>
    private static readonly (string Name, string FullName, Role Role)[] People =
    [
        ("officer", "Olive Officer", Role.CentreAdministrator),
        ("results", "Rhys Results", Role.ResultsFullAccess),
        ("teacher", "Tamsin Teacher", Role.TutorTeacher),
    ];

    private const int CentresWithPeople = 3;

    /// <param name="data">The folder that <see cref="DemonstrationFile"/> is written to.</param>
    public static async Task Run(WebApplication app, string data, TimeSpan releaseIn, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(app);
        var address = LocalAddress(app);
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var started = clock.GetTimestamp();
        DemonstrationStore.MarkUnfinished(data);
        var series = DemonstrationSeries.All(app.Services.GetRequiredService<ReleaseClock>().Read().Now, releaseIn);
        var operators = await AddOperators(app.Services);
        using var proposer = await OperatorClient.SignIn(address, operators[0], cancellation);
        using var approver = await OperatorClient.SignIn(address, operators[1], cancellation);

        AnsiConsole.WriteLine("The store is empty, so a demonstration with invented data is made first.");
        var lines = new List<DemonstrationFile.SeriesLine>();
        await AnsiConsole.Progress().StartAsync(async progress =>
        {
            foreach (var one in series) lines.Add(await Make(one, proposer, approver, progress, cancellation));
        });

        var centres = series.SelectMany(one => RehearsalSeries.CentreNumbers(one.Plan)).Distinct().Order().ToList();
        var file = new DemonstrationFile(
            address.ToString().TrimEnd('/'),
            lines,
            await AddPeople(centres, proposer, cancellation),
            await AddKeys(centres, proposer, cancellation),
            [.. operators.Select(one => new DemonstrationFile.OperatorLine(one.User, one.Password))]);
        DemonstrationGuide.Write(file, data, clock.GetElapsedTime(started));
        DemonstrationStore.MarkFinished(data);
    }

    private static async Task<IReadOnlyList<Credentials>> AddOperators(IServiceProvider services)
    {
        var keeper = services.GetRequiredService<AccountKeeper>();
        var operators = new List<Credentials>();
        foreach (var name in OperatorNames)
        {
            var user = UserName.Parse($"{Shelf.Board}.{name}");
            operators.Add(new Credentials(user.ToString(), (await keeper.AddUser(user, name, [Role.BoardOperator])).Password));
        }

        return operators;
    }

    private static async Task<DemonstrationFile.SeriesLine> Make(
        DemonstrationSeries demonstration, OperatorClient proposer, OperatorClient approver, ProgressContext progress, CancellationToken cancellation)
    {
        var plan = demonstration.Plan;
        var task = progress.AddTask(plan.Title, maxValue: 3);
        using var package = new MemoryStream();
        RehearsalSeries.Write(package, plan);
        await proposer.Follow(await proposer.Load(package.ToArray(), cancellation), Show(task, 0), cancellation);
        await proposer.Follow(await proposer.Award(plan.Series, cancellation), Show(task, 1), cancellation);
        var release = await approver.Approve(plan.Series, cancellation);
        await proposer.Follow(await proposer.Publish(plan.Series, cancellation), Show(task, 2), cancellation);
        task.Value = 3;
        var schedule = release.Approved!.Schedule;
        return new(plan.Series, demonstration.State, LondonTime.AtLondon(schedule.RestrictedRelease), LondonTime.AtLondon(schedule.CandidateRelease));
    }

    private static Action<ShownJob> Show(ProgressTask task, int jobsBefore)
        => job => task.Value = Math.Max(task.Value, jobsBefore + (job.Total == 0 ? 0 : (double)job.Done / job.Total));

    private static async Task<IReadOnlyList<DemonstrationFile.UserLine>> AddPeople(IReadOnlyList<CentreNumber> centres, OperatorClient board, CancellationToken cancellation)
    {
        var users = new List<DemonstrationFile.UserLine>();
        foreach (var centre in centres.Take(CentresWithPeople))
        {
            foreach (var (name, fullName, role) in People)
            {
                var created = await board.AddUser(centre, new NewUser(name, fullName, [role]), cancellation);
                users.Add(new(created.User.Name.ToString(), created.Password, centre, [role]));
            }
        }

        return users;
    }

    private static async Task<IReadOnlyList<DemonstrationFile.KeyLine>> AddKeys(IReadOnlyList<CentreNumber> centres, OperatorClient board, CancellationToken cancellation)
    {
        var keys = new List<DemonstrationFile.KeyLine>();
        foreach (var centre in centres)
        {
            var created = await board.AddKey(centre, new NewKey("Management information system", Role.ResultsFullAccess), cancellation);
            keys.Add(new(centre, created.Secret, created.Key.Role));
        }

        return keys;
    }

    private static Uri LocalAddress(WebApplication app)
        => new(app.Urls.First().Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal).Replace("://[::]", "://[::1]", StringComparison.Ordinal));
}
