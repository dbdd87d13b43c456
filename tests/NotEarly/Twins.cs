using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Tests.Access;
using ResultsGrid.Tests.Clock;
using ResultsGrid.Tests.Gateway;
using ResultsGrid.Tests.Storage;

namespace ResultsGrid.Tests.NotEarly;

/// <summary>Two gateways over the two stores, at one moment, of which nobody may be able to tell which is which.</summary>
internal sealed class Twins(TwoStores stores, FakeClock clock) : IAsyncDisposable
{
    private readonly TemporaryFolder[] folders = [new(), new()];
    private TwinGateway[] gateways = [];
    private Timetable? timetable;
    private int compared;

    public TwoStores Stores => stores;

    public FakeClock Clock => clock;

    public IReadOnlyList<TwinGateway> Gateways => gateways;

    public IReadOnlyList<string> Folders => [.. folders.Select(folder => folder.Path)];

    public AccessRules Rules => new(TwoStores.Centres, new Dictionary<string, Timetable?> { [Packages.Series.ToString()] = timetable });

    /// <summary>How many requests were sent to both.</summary>
    public int Compared => compared;

    public async Task Start() => gateways = [await TwinGateway.Start(clock, Folders[0], stores.On), await TwinGateway.Start(clock, Folders[1], stores.On)];

    /// <summary>As after a restart of both machines, their clocks set as given.</summary>
    public async Task Restart(FakeClock restarted)
    {
        foreach (var gateway in gateways) await gateway.DisposeAsync();
        clock = restarted;
        await Start();
    }

    /// <summary>One operator proposes London wall times, and another approves them where that is needed.</summary>
    public async Task Schedule(string restrictedRelease, string candidateRelease)
    {
        foreach (var gateway in gateways)
        {
            using var proposer = gateway.Gateway.Client(stores.Operators[0].Secret);
            using var approver = gateway.Gateway.Client(stores.Operators[1].Secret);
            using var proposed = await proposer.PutAsJsonAsync($"series/{Packages.Series}/release", new { restrictedRelease, candidateRelease });
            Assert.True(proposed.IsSuccessStatusCode, await proposed.Content.ReadAsStringAsync());
            using var approved = await approver.PostAsJsonAsync($"series/{Packages.Series}/approval", new { });
        }
    }

    /// <summary>What the schedule means, as instants that the test worked out itself.</summary>
    public void Expect(DateTimeOffset restricted, DateTimeOffset candidates) => timetable = new Timetable(restricted, candidates);

    /// <summary>Lets time pass until a moment.</summary>
    public void Reach(DateTimeOffset moment) => clock.Leap(moment - clock.GetUtcNow());

    /// <summary>Null where both answer alike, byte for byte, or may tell this visitor by now what differs.</summary>
    /// <param name="now">By which the visitor's rights are judged; the clock's unless a test has set that wrong.</param>
    public async Task<string?> Difference(Inquiry inquiry, DateTimeOffset now)
    {
        var (first, second) = await Send(inquiry);
        return MayDiffer(inquiry, now) || first.Difference(second) is not { } difference ? null : $"{inquiry}: {difference}";
    }

    /// <summary>Null where, besides, both keep to the rules of access.</summary>
    public async Task<string?> Fault(Inquiry inquiry, DateTimeOffset now)
    {
        var (first, second) = await Send(inquiry);
        if (!MayDiffer(inquiry, now) && first.Difference(second) is { } difference) return $"{inquiry}: {difference}";
        if (!inquiry.IsJudged) return null;
        var ruling = Rules.Rule(inquiry.Target, inquiry.Request.Visitor, now);
        return (ruling.Fault(first) ?? ruling.Fault(second)) is { } fault ? $"{inquiry}: {fault}" : null;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var gateway in gateways) await gateway.DisposeAsync();
        foreach (var folder in folders) folder.Dispose();
    }

    private async Task<(WireAnswer First, WireAnswer Second)> Send(Inquiry inquiry)
    {
        Interlocked.Increment(ref compared);
        var answers = await Task.WhenAll(gateways[0].Wire.Send(inquiry.Request), gateways[1].Wire.Send(inquiry.Request));
        return (answers[0], answers[1]);
    }

    /// <summary>Whether this visitor may know by now what is different between the stores.</summary>
    private bool MayDiffer(Inquiry inquiry, DateTimeOffset now)
    {
        var (target, visitor) = (inquiry.Target, inquiry.Request.Visitor);
        if (Rules.Rule(target, visitor, now) != Ruling.Allowed) return false;
        var announced = timetable is not null && now >= timetable.Candidates;
        var isAlike = target.Centre == TwoStores.Alike.ToString();
        return target.Route.Protection switch
        {
            Protection.Announcement => true,
            Protection.Results => !isAlike || (announced && target.Route.Names == "code") || (TellsOfDownloads(target.Route) && !stores.On.ShowsChangesAtOnce()),
            Protection.Centre => !isAlike && timetable?.Opens(visitor, CentreNumber.Parse(target.Centre)) <= now,
            _ => false,
        };
    }

    /// <summary>Of downloads from another node a reader hears by and by, and of those under way not in the same order.</summary>
    private static bool TellsOfDownloads(KnownRoute route)
        => route.Pattern.EndsWith("/documents", StringComparison.Ordinal) || route.Pattern.EndsWith("/downloads", StringComparison.Ordinal);
}
