using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using ResultsGrid.LoadTests.Commands;
using ResultsGrid.LoadTests.Nights;
using ResultsGrid.LoadTests.Nights.Clients;
using ResultsGrid.LoadTests.Nights.Figures;
using ResultsGrid.LoadTests.Nights.Findings;
using ResultsGrid.LoadTests.Nights.Plans;

namespace ResultsGrid.Tests.Drills;

/// <summary>Small nights against the real gateway's process: a good one holds, and each check finds what it is for.</summary>
public sealed class NightRunTests(PreparedNight prepared) : IClassFixture<PreparedNight>
{
    private const string ResultsFile = "/documents/results-file";

    private const int MaxPlays = 3;

    /// <summary>The polls lie in the last second before the release: clients that a busy machine lets oversleep by more find it open.</summary>
    private static readonly TimeSpan Punctual = TimeSpan.FromSeconds(0.5);

    private WitnessedStage stage = new();

    [Fact]
    public async Task A_night_with_a_gateway_that_does_everything_right_holds()
    {
        var figures = await Play(tamper: null);
        Assert.True(figures.Holds, Text(figures));
        Assert.Equal((PreparedNight.Centres, PreparedNight.Centres), (figures.Centres, figures.Served.Count));
        var meter = figures.Night.Meter;
        Assert.Equal(0, meter.Errors);
        // Polls before the release, one list a client, one sign-in.
        Assert.True(meter.Kinds[RequestKind.Poll].Outcomes["403"] >= PreparedNight.Centres / 2, Text(figures));
        Assert.Equal((PreparedNight.Centres + 1, 1), (meter.Kinds[RequestKind.List].Outcomes["200"], meter.Kinds[RequestKind.SignIn].Outcomes["201"]));
        // Broken off and resumed, and asked for again.
        Assert.Equal(["200", "206"], meter.Kinds[RequestKind.Document].Outcomes.Keys.Order());
        Assert.Equal(["200", "304"], meter.Kinds[RequestKind.Revalidation].Outcomes.Keys.Order());
        Assert.Equal(meter.Answers, meter.Seconds.Values.Sum(second => second.Answers));
        // Whoever runs the clients hears of each request what the meter counts.
        Assert.Equal(
            meter.Kinds.SelectMany(kind => kind.Value.Outcomes.Select(outcome => $"{kind.Key} {outcome.Key} {outcome.Value}")).Order(),
            stage.Seen.GroupBy(one => (one.Kind, one.Outcome)).Select(group => $"{group.Key.Kind} {group.Key.Outcome} {group.Count()}").Order());
        Assert.Equal(meter.Bytes, stage.Seen.Sum(one => one.Bytes));
        Assert.All(stage.Seen, one => Assert.True(one.IsServed && one.Latency > TimeSpan.Zero, $"{one}"));
    }

    [Fact]
    public async Task An_answer_with_results_before_the_release_is_found()
        => await Finds(Check.NothingEarly, "before the release", (request, answer) =>
        {
            if (answer.Status == 403) (answer.Status, answer.Body) = (200, "{}"u8.ToArray());
        });

    [Fact]
    public async Task A_Retry_After_that_is_two_seconds_off_is_found()
        => await Finds(Check.RetryAfterIsTheRelease, "before the release", (request, answer) =>
        {
            if (answer.Status == 403 && answer.Headers.TryGetValue("Retry-After", out var seconds))
                answer.Headers["Retry-After"] = $"{int.Parse(seconds, CultureInfo.InvariantCulture) + 2}";
        });

    [Fact]
    public async Task A_flipped_bit_is_found()
        => await Finds(Check.EveryByte, "document results-file", (request, answer) =>
        {
            if (IsDownload(request, answer)) answer.Body[^1] ^= 1;
        });

    /// <summary>ETag and bytes agree, so that only the plain form's hash in the list tells.</summary>
    [Fact]
    public async Task Compressed_bytes_of_another_document_under_their_own_ETag_are_found()
    {
        (Dictionary<string, string> Headers, byte[] Body)? other = null;
        await Finds(Check.EveryByte, "decompressed from", (request, answer) =>
        {
            if (answer.Status != 200 || request.Method != "GET" || !answer.Headers.TryGetValue("Content-Encoding", out var encoding) || encoding != "br") return;
            if (other is { } first) (answer.Headers, answer.Body) = (new(first.Headers), first.Body);
            else other = (new(answer.Headers), answer.Body);
        });
    }

    [Fact]
    public async Task Another_centres_bytes_are_found()
    {
        var first = new ConcurrentDictionary<string, (Dictionary<string, string> Headers, byte[] Body)>();
        await Finds(Check.OwnCentreOnly, "document results-file", (request, answer) =>
        {
            if (!IsDownload(request, answer)) return;
            var (headers, body) = first.GetOrAdd(request.Headers.AcceptEncoding.ToString(), _ => (new(answer.Headers), answer.Body));
            (answer.Headers, answer.Body) = (new(headers), body);
        });
    }

    [Fact]
    public async Task A_fetch_that_the_ledger_forgot_is_found()
        => await Finds(Check.EveryFetchRecorded, "document results-file", (request, answer) => ChangeLedger(request, answer, (ledger, entry) => ledger.Remove(entry)));

    [Fact]
    public async Task A_fetch_that_the_ledger_counts_twice_is_found()
        => await Finds(Check.EveryFetchRecorded, "document results-file", (request, answer) => ChangeLedger(request, answer, (_, entry) => entry["count"] = entry["count"]!.GetValue<int>() + 2));

    [Fact]
    public async Task A_centre_that_is_not_served_is_found()
        => await Finds(Check.EveryoneServed, "document results-file", (request, answer) =>
        {
            if (IsDownload(request, answer)) answer.Status = 404;
        });

    [Fact]
    public async Task A_client_that_the_stage_leaves_out_is_found()
    {
        var figures = await Play(tamper: null, new HalfHeartedStage());
        Assert.False(figures.Holds);
        Assert.Equal((PreparedNight.Centres + 1) / 2, figures.Night.Findings.Counts[Check.EveryoneServed]);
    }

    /// <summary>As it is typed, against a gateway that runs already and a series that is out: exit code and report.</summary>
    [Theory]
    [InlineData(false, 0, "Everything held")]
    [InlineData(true, 1, "Every byte is as published (")]
    public async Task The_command_ends_with_1_and_names_what_failed_in_its_report(bool isTampered, int code, string told)
    {
        var report = Path.Combine(Path.GetTempPath(), $"resultsgrid-night-{isTampered}.html");
        await using var proxy = await TamperingProxy.Start(prepared.Target.Address, (request, answer) =>
        {
            if (isTampered && IsDownload(request, answer)) answer.Body[0] ^= 1;
        });
        Assert.Equal(code, await Command($"night --address {proxy.Address} --credentials {prepared.Credentials} --speed 200 --report {report}").InvokeAsync());
        Assert.Contains(told, await File.ReadAllTextAsync(report), StringComparison.Ordinal);
        File.Delete(report);
    }

    [Theory]
    [InlineData("http://192.0.2.1:80", "")]
    [InlineData("http://results.example:80", "")]
    [InlineData("http://192.0.2.1:80", "--allow-address 192.0.2.2")]
    public async Task Another_machine_is_not_loaded_unless_it_is_named(string address, string options)
    {
        var said = new StringWriter();
        var command = Command($"night --address {address} --credentials {prepared.Credentials} {options}");
        command.InvocationConfiguration.Error = said;
        Assert.Equal(1, await command.InvokeAsync());
        Assert.Contains("is not this machine", said.ToString(), StringComparison.Ordinal);
    }

    private static bool IsDownload(HttpRequest request, ProxiedAnswer answer)
        => request.Method == "GET" && answer.Status is 200 or 206 && request.Path.Value!.EndsWith(ResultsFile, StringComparison.Ordinal) && answer.Body.Length > 0;

    private static void ChangeLedger(HttpRequest request, ProxiedAnswer answer, Action<JsonArray, JsonNode> change)
    {
        if (answer.Status != 200 || !request.Path.Value!.EndsWith("/downloads", StringComparison.Ordinal)) return;
        var ledger = JsonNode.Parse(answer.Body)!.AsArray();
        // Nothing has been fetched yet when the earlier entries are read, unless by an earlier night: those stay.
        if (ledger.FirstOrDefault(entry => entry!["documentId"]!.GetValue<string>() == "results-file") is { } found && request.Headers.Authorization.ToString() is var who && !who.Contains("board.", StringComparison.Ordinal))
            change(ledger, found);
        answer.Body = System.Text.Encoding.UTF8.GetBytes(ledger.ToJsonString());
    }

    private async Task Finds(Check check, string where, Action<HttpRequest, ProxiedAnswer> tamper)
    {
        var figures = await Play(tamper);
        Assert.Contains(check, figures.Night.Findings.Counts.Keys);
        Assert.Contains(figures.Night.Findings.First, finding => finding.Check == check && finding.Where.Contains(where, StringComparison.Ordinal));
    }

    private async Task<NightFigures> Play(Action<HttpRequest, ProxiedAnswer>? tamper, INightStage? other = null)
    {
        for (var plays = 1; ; plays++)
        {
            stage = new WitnessedStage();
            var figures = await PlayOnce(tamper, other ?? stage);
            if (plays == MaxPlays || figures.Night.Meter.Lateness.Max < Punctual) return figures;
        }
    }

    private async Task<NightFigures> PlayOnce(Action<HttpRequest, ProxiedAnswer>? tamper, INightStage stage)
    {
        var wish = new NightWish(SeedWithEveryMishap(), Lead: TimeSpan.FromSeconds(1), Speed: 100, DecompressOneIn: 1);
        if (tamper is null) return await new NightRun(prepared.Target, wish, stage, TimeProvider.System, _ => { }).Run(CancellationToken.None);
        await using var proxy = await TamperingProxy.Start(prepared.Target.Address, tamper);
        return await new NightRun(prepared.Target with { Address = proxy.Address }, wish, stage, TimeProvider.System, _ => { }).Run(CancellationToken.None);
    }

    private int SeedWithEveryMishap() => Enumerable.Range(1, 1_000).First(seed => NightPlan.Draw(
            new NightWish(seed, TimeSpan.FromSeconds(1), Speed: 100, DecompressOneIn: 1), [.. prepared.Target.Keys.Select(key => key.Centre)], [], isReleased: false) is var plans
        && plans.Any(plan => plan.BreaksOff) && plans.Any(plan => plan.Heads) && plans.Any(plan => plan.Revalidation is not null) && plans.Any(plan => plan.FetchesTwice));

    private static System.CommandLine.ParseResult Command(string line) => LoadTestCommands.Create().Parse(line);

    private static string Text(NightFigures figures) => string.Join('\n', figures.Night.Findings.First);

    /// <summary>Plays every second client, and says nothing of the others.</summary>
    private sealed class HalfHeartedStage : INightStage
    {
        public TimeSpan StartUp => TimeSpan.Zero;

        public Task Play(IReadOnlyList<NightClient> clients, Func<NightClient, IRequestWitness?, Task> play)
            => Task.WhenAll(clients.Where((_, number) => number % 2 == 0).Select(client => Task.Run(() => play(client, null))));
    }
}
