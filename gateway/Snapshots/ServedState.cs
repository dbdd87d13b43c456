using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Board;
using ResultsGrid.Grains.Centres;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Results;
using ResultsGrid.Grains.Series;
using ResultsGrid.Grains.Sessions;

namespace ResultsGrid.Gateway.Snapshots;

/// <summary>All that requests are answered from without asking a grain, by grain key.</summary>
public sealed class ServedState
{
    /// <summary>Twice the centres of the largest board.</summary>
    private const int MaxCentres = 20_000;

    /// <summary>Every centre's results in the few series that are asked for at one time.</summary>
    private const int MaxResults = 40_000;

    /// <summary>Four series a year, and no series is forgotten.</summary>
    private const int MaxSeries = 1_000;

    private const string Everything = "";

    /// <summary>Far longer than any gateway may be behind, and than the nodes' clocks may differ.</summary>
    private static readonly TimeSpan Recently = TimeSpan.FromMinutes(1);

    private readonly IGrainFactory grains;
    private readonly IServingLease lease;
    private readonly TimeProvider clock;
    private readonly Snapshots<CentreDirectory> directory;

    public ServedState(IGrainFactory grains, IStateChanges changes, IServingLease lease, [FromKeyedServices(Clocks.Service)] TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(changes);
        (this.grains, this.lease, this.clock) = (grains, lease, clock);
        directory = new(_ => ReadDirectory(), maxKept: 1);
        Access = new(ReadAccess, MaxCentres);
        Centres = new(async key => new ServedCentre(await grains.Centre(CentreNumber.Parse(key)).GetProfile()), MaxCentres);
        Releases = new(key => grains.Series(SeriesCode.Parse(key)).GetRelease(), MaxSeries);
        Results = new(ReadResults, MaxResults);

        changes.Subscribe<AccountsState>(Access.Drop);
        changes.Subscribe<SessionsState>(Access.Drop);
        changes.Subscribe<CentreProfile>(Centres.Drop);
        changes.Subscribe<ResultsState>(Results.Drop);
        changes.Subscribe<BoardState>(_ => directory.Drop(Everything));
        changes.Subscribe<SeriesState>(key =>
        {
            Releases.Drop(key);
            directory.Drop(Everything);
        });
        changes.SubscribeToGaps(DropAll);
    }

    /// <summary>By shelf.</summary>
    public Snapshots<ShelfAccess> Access { get; }

    /// <summary>By centre number.</summary>
    public Snapshots<ServedCentre> Centres { get; }

    /// <summary>By series code.</summary>
    public Snapshots<SeriesRelease> Releases { get; }

    /// <summary>By series/centre.</summary>
    public Snapshots<ServedResults> Results { get; }

    /// <summary>Null where it is not in memory.</summary>
    public CentreDirectory? KnownDirectory => directory.Find(Everything);

    public ValueTask<CentreDirectory> Directory => directory.Get(Everything);

    public ValueTask<ServedResults> ResultsOf(SeriesCode series, CentreNumber centre) => Results.Get($"{series}/{centre}");

    private void DropAll()
    {
        directory.DropAll();
        Access.DropAll();
        Centres.DropAll();
        Releases.DropAll();
        Results.DropAll();
    }

    private async Task<CentreDirectory> ReadDirectory()
    {
        var profiles = await Task.WhenAll((await grains.Board().GetSeries()).Select(series => grains.Series(series).GetProfile()));
        return new CentreDirectory(profiles.SelectMany(profile => profile?.Centres ?? []).Select(centre => centre.ToString()));
    }

    private async Task<ShelfAccess> ReadAccess(string key)
    {
        // One copy of a centre's number in all that is kept of it: who asks for themselves is known by that, unread.
        var shelf = Shelf.Parse(string.Intern(key));
        var users = grains.Accounts(shelf).ListUsers();
        var keys = grains.Accounts(shelf).ListKeys();
        return new ShelfAccess(shelf, await users, await keys, await grains.Sessions(shelf).ListOpen());
    }

    private async Task<ServedResults> ReadResults(string key)
    {
        var (series, centre) = (SeriesCode.Parse(string.Intern(key.Split('/')[0])), CentreNumber.Parse(string.Intern(key.Split('/')[1])));
        var latest = await grains.Results(series, centre).GetLatest();
        // Another gateway may still show what stood before. Whoever was shown the newer here must not be shown the older there.
        if (latest is not null && WasJustReplaced(latest)) await lease.ShownEverywhere(CancellationToken.None);
        return new ServedResults(series, centre, latest);
    }

    private bool WasJustReplaced(CentreVersion latest)
    {
        if (latest.Published.Version == 1 && latest.Withdrawn.IsEmpty) return false;
        var changed = latest.Withdrawn.Select(withdrawal => withdrawal.At).Append(latest.Published.PublishedAt).Max();
        return clock.GetUtcNow() - changed < Recently;
    }
}
