using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Accounts;
using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Grains.Release;
using ResultsGrid.LoadTests.National;
using ResultsGrid.LoadTests.Processes;
using ResultsGrid.Rehearsal;

namespace ResultsGrid.LoadTests.Nights.Preparation;

/// <summary>A folder with a published series and everyone's access, made once and used for as many nights as wanted.</summary>
public static class NightData
{
    private const string FileName = "night.json";

    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <param name="people">How many centres have a person with a password beside the key.</param>
    /// <param name="isOut">False: the release is to come, far ahead. A gateway reads that ahead when it starts, as on the days before a night.</param>
    /// <param name="tell">Told of progress, a line at a time.</param>
    /// <exception cref="InvalidOperationException">The service refused something or stopped at a centre.</exception>
    public static async Task Make(string folder, RehearsalPlan plan, int people, bool isOut, Action<string> tell, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(tell);
        Directory.CreateDirectory(folder);
        var package = new FileInfo(Path.Combine(folder, "series.zip"));
        using (var zip = package.Create()) RehearsalSeries.Write(zip, plan);
        tell($"Preparing: loading, awarding and publishing {plan.Candidates:N0} candidates of {plan.Centres:N0} centres.");
        var figures = await new NationalNight(plan, Data(folder), time).Run(package, cancellation);
        tell($"Published in {figures.Wall.TotalSeconds:F0} s, {figures.StoredDocuments:N0} stored files. Now {plan.Centres:N0} access keys and {people:N0} users.");

        var operators = figures.Operators;
        using var process = await GatewayProcess.Start(Data(folder));
        using var board = await OperatorClient.SignIn(process.Address, operators[0], cancellation);
        var centres = RehearsalSeries.CentreNumbers(plan).ToList();
        var keys = await Each(centres, centre => AddKey(board, centre, cancellation), cancellation);
        var users = await Each(Spread(centres, people), centre => AddUser(board, centre, cancellation), cancellation);
        CredentialsFile.Write(Path.Combine(folder, FileName), new DemonstrationFile(
            process.Address.ToString(),
            [isOut ? Released(plan) : await Close(process.Address, plan.Series, board, operators[1], cancellation)],
            users,
            keys,
            [.. operators.Select(one => new DemonstrationFile.OperatorLine(one.User, one.Password))]));
    }

    /// <summary>Starts a gateway on a folder that was made.</summary>
    public static Task<NightTarget> Open(string folder) => Open(folder, GatewayProcess.Start(Data(folder)));

    /// <summary>Starts a gateway on it that is set up for a drill.</summary>
    /// <param name="urls">Where to listen; the first is its address.</param>
    public static Task<NightTarget> Open(string folder, DrilledGateway gateway, string urls = DrilledGateway.AnyPort, IReadOnlyDictionary<string, string>? environment = null)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        return Open(folder, gateway.Start(Data(folder), urls, environment));
    }

    private static async Task<NightTarget> Open(string folder, Task<GatewayProcess> starting)
    {
        var file = CredentialsFile.Read(Path.Combine(folder, FileName));
        var process = await starting;
        return CredentialsFile.Target(file, process.Address, file.Series[0].Series, process);
    }

    /// <summary>The gateway's own folder.</summary>
    public static string Data(string folder) => Path.Combine(folder, "data");

    private static DemonstrationFile.SeriesLine Released(RehearsalPlan plan)
        => new(plan.Series, ReleaseState.Released, LondonTime.ToInstant(plan.RestrictedRelease)!.Value, LondonTime.ToInstant(plan.CandidateRelease)!.Value);

    private static async Task<DemonstrationFile.SeriesLine> Close(Uri address, SeriesCode series, OperatorClient proposer, Credentials other, CancellationToken cancellation)
    {
        using var approver = await OperatorClient.SignIn(address, other, cancellation);
        using var schedule = new NightSchedule(address, series, proposer.Token!, approver.Token!);
        var closed = await schedule.Close() ?? throw new InvalidOperationException($"The release of {series} was not approved, so there is nothing to close.");
        return new(series, ReleaseState.Embargoed, closed.RestrictedRelease, closed.CandidateRelease);
    }

    private static async Task<DemonstrationFile.KeyLine> AddKey(OperatorClient board, CentreNumber centre, CancellationToken cancellation)
    {
        var created = await board.AddKey(centre, new NewKey("Management information system", Role.ResultsFullAccess), cancellation);
        return new(centre, created.Secret, created.Key.Role);
    }

    private static async Task<DemonstrationFile.UserLine> AddUser(OperatorClient board, CentreNumber centre, CancellationToken cancellation)
    {
        Role[] roles = [Role.CentreAdministrator];
        var created = await board.AddUser(centre, new NewUser("officer", "Olive Officer", roles), cancellation);
        return new(created.User.Name.ToString(), created.Password, centre, roles);
    }

    /// <summary>So many of them, evenly from small numbers to large.</summary>
    private static IReadOnlyList<CentreNumber> Spread(IReadOnlyList<CentreNumber> centres, int count)
        => [.. Enumerable.Range(0, count).Select(index => centres[(int)((long)index * centres.Count / count)])];

    /// <summary>A few at a time: each is a durable write, which waits for the disk.</summary>
    private static async Task<IReadOnlyList<T>> Each<T>(IReadOnlyList<CentreNumber> centres, Func<CentreNumber, Task<T>> add, CancellationToken cancellation)
    {
        var added = new T[centres.Count];
        await Parallel.ForAsync(0, centres.Count, cancellation, async (index, _) => added[index] = await add(centres[index]));
        return added;
    }
}
