using System.Globalization;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Health;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.Rehearsal;
using ResultsGrid.Tests.Access;
using ResultsGrid.Tests.Gateway;
using ResultsGrid.Tests.Pipeline;
using ResultsGrid.Tests.Rehearsal;

namespace ResultsGrid.Tests.NotWrong;

/// <summary>Five centres of 20 candidates in two published series, one released to all and one to nobody yet.</summary>
public class FiveCentres : IAsyncLifetime
{
    public const string Released = "6B26";
    public const string Embargoed = "6C26";

    private const int CandidatesOfACentre = 20;

    /// <summary>So many that each centre has its 20; the rest is taken out again.</summary>
    private const int Drawn = 400;

    private static readonly string[] OfCandidates =
        ["candidates.csv", "unit-entries.csv", "certification-entries.csv", "marks.csv", "earlier-results.csv", "special-consideration.csv"];

    private TestGateway? gateway;

    public TestGateway Gateway => gateway ?? throw new InvalidOperationException("Not started.");

    public Wire Wire { get; private set; } = null!;

    public static ExpectedSeries Expected { get; } = new(Package(Released, "2026-08-13"));

    public static IReadOnlyList<CentreNumber> Centres { get; } = [.. Expected.Centres.Select(centre => CentreNumber.Parse(centre.Number))];

    public IReadOnlyList<Visitor> Visitors { get; private set; } = [];

    public AccessRules Rules { get; } = new(Centres, new Dictionary<string, Timetable?>
    {
        [Released] = new(new(2026, 8, 12, 23, 1, 0, TimeSpan.Zero), new(2026, 8, 14, 7, 0, 0, TimeSpan.Zero)),
        [Embargoed] = new(new(2026, 9, 1, 23, 1, 0, TimeSpan.Zero), new(2026, 9, 3, 7, 0, 0, TimeSpan.Zero)),
    });

    /// <summary>By centre, a user and a key that an intruder would go for.</summary>
    public IReadOnlyDictionary<string, (string User, string Key)> Victims { get; private set; } = new Dictionary<string, (string, string)>();

    /// <summary>What it runs on.</summary>
    public HostedOn On { get; protected init; }

    public async Task InitializeAsync()
    {
        gateway = await TestGateway.Start(adjust: builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddTransient<IStartupFilter, DateByTheClock>();
        }, on: On);
        foreach (var node in gateway.Nodes) node.GetRequiredService<Readiness>().WaitingFor = null;
        Wire = new Wire(gateway);
        await Publish();
        gateway.Clock.Leap(new DateTimeOffset(2026, 8, 14, 7, 0, 0, TimeSpan.Zero) - gateway.Clock.GetUtcNow());
        await Admit();
        await gateway.ShownEverywhere();
    }

    public async Task DisposeAsync()
    {
        Wire.Dispose();
        await Gateway.DisposeAsync();
    }

    /// <param name="night">London's date of the restricted release, at 00:01; candidates follow a day later at 08:00.</param>
    private static byte[] Package(string series, string night)
    {
        var midnight = DateTime.Parse(night, CultureInfo.InvariantCulture);
        var package = Rehearsed.Zip(Rehearsed.Plan(RehearsalSubjects.Mixed, centres: 5, Drawn, seed: 5, series) with
        {
            RestrictedRelease = midnight.AddMinutes(1),
            CandidateRelease = midnight.AddDays(1).AddHours(8),
        });
        foreach (var file in OfCandidates) package = InventedSeries.Edited(package, file, lines => lines.Where(IsKept));
        return package;
    }

    private static bool IsKept(string line)
        => line.Split(',') is not [_, var number, ..] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var candidate) || candidate <= CandidatesOfACentre;

    private async Task Publish()
    {
        using var proposer = await Gateway.Operator("proposer");
        using var approver = await Gateway.Operator("approver");
        foreach (var package in new[] { Package(Released, "2026-08-13"), Package(Embargoed, "2026-09-02") })
        {
            var load = await Gateway.Ended(proposer, await proposer.Load(package, CancellationToken.None));
            await Gateway.Ended(proposer, await proposer.Award(load.Series, CancellationToken.None));
            await approver.Approve(load.Series, CancellationToken.None);
            await Gateway.Ended(proposer, await proposer.Publish(load.Series, CancellationToken.None));
        }
    }

    private async Task Admit()
    {
        Assert.All(Expected.Centres, centre => Assert.Equal(CandidatesOfACentre, centre.Candidates.Count));
        var admission = new Visitors(Gateway);
        var visitors = new List<Visitor>();
        foreach (var role in Enum.GetValues<Role>()) visitors.AddRange([await admission.Person(Centres[0], role), await admission.Key(Centres[0], role)]);
        visitors.Add(await admission.Person(Centres[0], Role.SubmitCourseworkMarks, Role.TutorTeacher));
        visitors.Add(await admission.Person(Centres[0]));
        visitors.AddRange(await admission.Former(Centres[0]));
        foreach (var centre in Centres.Skip(1)) visitors.AddRange([await admission.Person(centre, Role.CentreAdministrator), await admission.Key(centre, Role.TutorTeacher)]);
        visitors.AddRange([await admission.Person(null, Role.BoardOperator), await admission.Key(null, Role.BoardOperator), await admission.Person(null, Role.CentreAdministrator)]);
        Visitors = [.. visitors, .. Access.Visitors.Strangers(Centres[0])];
        var grains = Gateway.Services.GetRequiredService<IGrainFactory>();
        var victims = new Dictionary<string, (string, string)>();
        foreach (var centre in Centres)
        {
            var accounts = grains.Accounts(Shelf.Of(centre));
            victims[centre.ToString()] = ((await accounts.ListUsers())[0].Name.ToString().Split('.')[1], (await accounts.ListKeys())[0].Id);
        }

        Victims = victims;
    }
}

/// <summary>The same on two nodes.</summary>
public sealed class FiveCentresOnACluster : FiveCentres
{
    public FiveCentresOnACluster() => On = HostedOn.TwoNodes;
}
