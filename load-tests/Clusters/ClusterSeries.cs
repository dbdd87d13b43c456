using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Accounts;
using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Gateway.Operators;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Grains.Release;
using ResultsGrid.LoadTests.Nights.Clients;
using ResultsGrid.LoadTests.Nights.Preparation;
using ResultsGrid.Rehearsal;

namespace ResultsGrid.LoadTests.Clusters;

/// <summary>A series that the board's operators load, award and publish on a cluster, with a key for each centre.</summary>
internal sealed class ClusterSeries(IReadOnlyList<Credentials> operators, RehearsalPlan series, Patience patience)
{
    public IReadOnlyList<NightAccess> Keys { get; private set; } = [];

    public Awarding.Codes.SeriesCode Series => series.Series;

    /// <summary>The two operators that every series needs, added to a new cluster.</summary>
    public static async Task<IReadOnlyList<Credentials>> AddOperators(Cluster cluster)
        => [new("board.anna", await cluster.AddOperator("anna")), new("board.ben", await cluster.AddOperator("ben"))];

    /// <summary>Another series of the same operators.</summary>
    public ClusterSeries Beside(RehearsalPlan other) => new(operators, other, patience);

    public Task<OperatorClient> SignIn(Uri node, CancellationToken cancellation) => OperatorClient.SignIn(node, operators[0], cancellation);

    public async Task LoadAndAward(Uri node, string folder, CancellationToken cancellation)
    {
        var package = new FileInfo(Path.Combine(folder, $"{series.Series}.zip"));
        using (var zip = package.Create()) RehearsalSeries.Write(zip, series);
        using var anna = await SignIn(node, cancellation);
        await anna.Follow(await patience.Ask(() => anna.Load(package.OpenRead(), cancellation)), _ => { }, cancellation);
        await anna.Follow(await patience.Ask(() => anna.Award(series.Series, cancellation)), _ => { }, cancellation);
    }

    /// <param name="tell">Told how far it is, as often as it is asked.</param>
    public async Task Publish(Uri node, Action<ShownJob> tell, CancellationToken cancellation)
    {
        using var anna = await SignIn(node, cancellation);
        var job = await patience.Ask(() => anna.Publish(series.Series, cancellation));
        await patience.Ask(async () =>
        {
            await anna.Follow(job, tell, cancellation);
            return job;
        });
    }

    public Task<CreatedKey> AddKey(OperatorClient client, CentreNumber centre, string name, CancellationToken cancellation)
        => patience.Ask(() => client.AddKey(centre, new NewKey(name, Role.ResultsFullAccess), cancellation));

    public async Task AddKeys(Uri node, CancellationToken cancellation)
    {
        using var anna = await SignIn(node, cancellation);
        var centres = RehearsalSeries.CentreNumbers(series).ToList();
        var keys = new NightAccess[centres.Count];
        await Parallel.ForAsync(0, centres.Count, cancellation, async (index, token) =>
        {
            var created = await AddKey(anna, centres[index], "Management information system", token);
            keys[index] = new NightAccess(centres[index], created.Secret, null, null);
        });
        Keys = keys;
    }

    /// <summary>Opens it so far ahead, and returns when it is open.</summary>
    public async Task Release(Uri node, TimeSpan lead, TimeProvider time, CancellationToken cancellation)
    {
        using var anna = await OperatorClient.SignIn(node, operators[0], cancellation);
        using var ben = await OperatorClient.SignIn(node, operators[1], cancellation);
        using var schedule = new NightSchedule(node, series.Series, anna.Token!, ben.Token!);
        var opens = await patience.Ask(() => schedule.OpenIn(lead, time));
        await new NightClock(time, opens).Until(TimeSpan.FromSeconds(1), cancellation);
    }

    public NightTarget Target(Uri node) => new(node, series.Series, Keys, [], operators, Process: null);
}
