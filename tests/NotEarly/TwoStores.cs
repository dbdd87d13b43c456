using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Demonstrations;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.Tests.Access;
using ResultsGrid.Tests.Clock;
using ResultsGrid.Tests.Gateway;
using ResultsGrid.Tests.Pipeline;

namespace ResultsGrid.Tests.NotEarly;

/// <summary>Two stores with the same centres, candidates, users, sessions and keys, and with different results, published and not released.</summary>
/// <remarks>
/// The second has, of the centre that is read, a second version, a withdrawn document and a download on record that the
/// first has not. One centre is published only in the first, one only in the second, and one alike in both. Both have
/// the same jobs behind them, so that the board's own view is alike too. No schedule is approved yet.
/// </remarks>
public class TwoStores : IAsyncLifetime
{
    /// <summary>Before every release that a test plans.</summary>
    private static readonly DateTimeOffset Made = new(2026, 1, 10, 12, 0, 0, TimeSpan.Zero);

    private readonly string one = Directory.CreateTempSubdirectory("resultsgrid-").FullName;
    private readonly string other = Directory.CreateTempSubdirectory("resultsgrid-").FullName;

    public static CentreNumber Read => Centres[0];

    public static CentreNumber OnlyInOne => Centres[1];

    public static CentreNumber OnlyInOther => Centres[2];

    public static CentreNumber Alike => Centres[3];

    public static IReadOnlyList<CentreNumber> Centres { get; } = [.. new ExpectedSeries(DifferingPackages.One).Centres.Select(centre => CentreNumber.Parse(centre.Number))];

    internal IReadOnlyList<Visitor> Visitors { get; private set; } = [];

    /// <summary>Two of the board's, one to propose and one to approve.</summary>
    internal IReadOnlyList<Visitor> Operators { get; private set; } = [];

    /// <summary>What there is to ask for of the centres, by the name that routes give it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Items { get; private set; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What it runs on.</summary>
    public HostedOn On { get; protected init; }

    public async Task InitializeAsync()
    {
        await using (var gateway = await TestGateway.Start(new FakeClock(Made), one, on: On)) await Admit(gateway);
        Copy(one, other);
        var second = DifferingPackages.Other(Alike.ToString());
        await using (var gateway = await TestGateway.Start(new FakeClock(Made), one, on: On))
            await Publish(gateway, [DifferingPackages.One, DifferingPackages.One], [Read, OnlyInOne, Alike]);
        await using (var gateway = await TestGateway.Start(new FakeClock(Made), other, on: On))
        {
            await Publish(gateway, [DifferingPackages.One, second], [Read, OnlyInOther, Alike]);
            var results = gateway.Services.GetRequiredService<IGrainFactory>().Results(Packages.Series, Read);
            await results.Withdraw("summary-pdf", "A fault in the summary.", "board.user1");
            await gateway.Services.GetRequiredService<IDownloadLedger>().Record(new Download(Made, $"{Read}.user1", Packages.Series, Read, Version: 2, ["results-file"]));
        }
    }

    public Task DisposeAsync()
    {
        Directory.Delete(one, recursive: true);
        Directory.Delete(other, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Both stores, copied, in a gateway each, under one clock and one approved schedule.</summary>
    /// <param name="schedule">London wall times; null: none is approved.</param>
    internal async Task<Twins> Open(DateTimeOffset from, (string Restricted, string Candidate)? schedule)
    {
        var twins = new Twins(this, new FakeClock(from));
        Copy(one, twins.Folders[0]);
        Copy(other, twins.Folders[1]);
        await twins.Start();
        if (schedule is var (restricted, candidate)) await twins.Schedule(restricted, candidate);
        return twins;
    }

    private async Task Admit(TestGateway gateway)
    {
        var admission = new Visitors(gateway);
        Operators = [await admission.Person(null, Role.BoardOperator), await admission.Person(null, Role.BoardOperator)];
        var visitors = new List<Visitor>();
        foreach (var role in Enum.GetValues<Role>()) visitors.AddRange([await admission.Person(Read, role), await admission.Key(Read, role)]);
        visitors.Add(await admission.Person(Read, Role.Entries, Role.TutorTeacher));
        visitors.Add(await admission.Person(Read));
        visitors.AddRange(await admission.Former(Read));
        foreach (var centre in new[] { OnlyInOne, OnlyInOther, Alike }) visitors.Add(await admission.Key(centre, Role.CentreAdministrator));
        visitors.Add(await admission.Person(Alike, Role.TutorTeacher));
        visitors.Add(await admission.Key(null, Role.BoardOperator));
        Visitors = [.. visitors, .. Operators.Take(1), .. Access.Visitors.Strangers(Read)];
    }

    private async Task Publish(TestGateway gateway, IReadOnlyList<byte[]> packages, IReadOnlyList<CentreNumber> centres)
    {
        using var board = new OperatorClient(gateway.Client(Operators[0].Secret));
        using var http = gateway.Client(Operators[0].Secret);
        foreach (var package in packages)
        {
            await gateway.Ended(board, await board.Load(package, CancellationToken.None));
            await gateway.Ended(board, await board.Award(Packages.Series, CancellationToken.None));
            using var begun = await http.PostAsJsonAsync($"series/{Packages.Series}/publication", new { centres = centres.Select(centre => centre.ToString()) });
            Assert.True(begun.IsSuccessStatusCode, await begun.Content.ReadAsStringAsync());
            await gateway.Work();
        }

        var latest = (await gateway.Services.GetRequiredService<IGrainFactory>().Results(Packages.Series, Read).GetLatest())!;
        var expected = new ExpectedSeries(DifferingPackages.One).Centres[0];
        Items = new Dictionary<string, IReadOnlyList<string>>
        {
            ["id"] = [.. latest.Published.Manifest.Documents.Select(document => document.Id)],
            ["number"] = [.. expected.Candidates.Select(candidate => candidate.Number)],
            ["code"] = [.. expected.Candidates.SelectMany(candidate => candidate.Results.Assessments.Select(result => result.Assessment)
                .Concat(candidate.Results.Awards.Select(award => award.Qualification))).Distinct()],
        };
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}

/// <summary>The same on two nodes each.</summary>
public sealed class TwoStoresOnACluster : TwoStores
{
    public TwoStoresOnACluster() => On = HostedOn.TwoNodes;
}
