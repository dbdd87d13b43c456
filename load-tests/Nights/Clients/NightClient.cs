using System.Text.Json;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.LoadTests.Nights.Findings;
using ResultsGrid.LoadTests.Nights.Plans;
using ResultsGrid.LoadTests.Wire;

namespace ResultsGrid.LoadTests.Nights.Clients;

/// <summary>One client of the night: a centre's management system with its key, or a person with a password.</summary>
public sealed class NightClient : IDisposable
{
    private readonly Night night;
    private readonly NightAccess access;
    private readonly Random chance;
    private readonly PatientLine[] lines;

    public NightClient(Night night, NightClientPlan plan, NightAccess access, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(night);
        ArgumentNullException.ThrowIfNull(plan);
        (this.night, Plan, this.access) = (night, plan, access);
        chance = Chance(0);
        lines = [.. Enumerable.Range(0, plan.Connections).Select(line => new PatientLine(night, new NightLine(night.Address, Night.Limits, night.Clock, night.Meter, cancellation), Chance(line + 1)))];
    }

    public NightClientPlan Plan { get; }

    /// <summary>The key, or the session's token once there is one.</summary>
    public string? Secret { get; private set; }

    /// <summary>Null until it has the list.</summary>
    public FetchCount? Fetches { get; private set; }

    /// <summary>How often it was told to come again, sign-ins apart.</summary>
    public int Refusals => lines.Sum(line => line.Refusals);

    /// <summary>When it had everything; null where it never had.</summary>
    public TimeSpan? CompleteAt { get; private set; }

    /// <param name="witness">Told of each of its requests.</param>
    public async Task Run(IRequestWitness? witness = null)
    {
        foreach (var line in lines) line.Witness = witness;
        Secret = access.Key ?? await SignIn();
        if (Secret is null) return;
        var fetcher = new DocumentFetcher(night, Plan, Secret);
        foreach (var poll in Plan.Polls) await Poll(fetcher, poll);
        if (await List(fetcher) is not { } files) return;
        Fetches = fetcher.Fetches;
        if (await FetchAll(fetcher, files)) CompleteAt = night.Clock.Now;
        if (Plan.FetchesTwice) await fetcher.Fetch(lines[0], files[^1], night.Clock.Now, isDecompressed: false, breaksOff: false);
        if (Plan.Revalidation is not { } again) return;
        foreach (var (index, file) in files.Index()) await fetcher.Revalidate(lines[0], file, again + (index * Plan.Pace));
    }

    public void Dispose()
    {
        foreach (var line in lines) line.Dispose();
    }

    private async Task<string?> SignIn()
    {
        var credentials = JsonSerializer.SerializeToUtf8Bytes(new Credentials(access.User!, access.Password!), ContractJson.Options);
        var request = new NightRequest(RequestKind.SignIn, WireRequest.WriteJson(night.Address, "POST", "/api/v1/session", credentials), KeepsBody: true);
        var answer = await lines[0].Ask(request, Plan.SignIn!.Value, $"user {access.User}", [201]);
        return answer is null ? null : JsonSerializer.Deserialize<OpenedSession>(answer.Body, ContractJson.Options)!.Token;
    }

    /// <remarks>Asked before the release and answered after it, it may be served; the client still comes when it planned to.</remarks>
    private async Task Poll(DocumentFetcher fetcher, TimeSpan due)
        => await lines[0].Ask(new NightRequest(RequestKind.Poll, fetcher.Request("GET", "documents")), due, $"centre {Plan.Centre}, before the release", [403, 200]);

    private async Task<IReadOnlyList<ListedFile>?> List(DocumentFetcher fetcher)
    {
        var where = $"centre {Plan.Centre}, list";
        if (await lines[0].Ask(new NightRequest(RequestKind.List, fetcher.Request("GET", "documents"), KeepsBody: true), Plan.List, where, [200]) is not { } answer) return null;
        var files = ListedFile.Read(answer.Body!);
        return night.Findings.Expect(files is { Count: > 0 }, Check.EveryoneServed, where, "a list of documents", $"{answer.Bytes} bytes without any") ? files : null;
    }

    private async Task<bool> FetchAll(DocumentFetcher fetcher, IReadOnlyList<ListedFile> files)
    {
        var largest = files.MaxBy(file => file.Bytes);
        var fetches = files.Index().Select(file => fetcher.Fetch(
            lines[file.Index % lines.Length], file.Item, Plan.List + ((file.Index + 1) * Plan.Pace), chance.Next(night.Wish.DecompressOneIn) == 0, Plan.BreaksOff && file.Item == largest));
        return (await Task.WhenAll(fetches)).All(isWhole => isWhole);
    }

    /// <summary>Apart from the plan's own chances: how often a client retries is the server's doing.</summary>
    private Random Chance(int use) => new(night.Wish.Seed + (2_000_003 * (Plan.Place + 1)) + use);
}
