using System.Globalization;
using System.Text.Json;
using ResultsGrid.Tests.Gateway;
using ResultsGrid.Tests.Hosting;

namespace ResultsGrid.Tests.Histories;

/// <summary>Operators who propose, approve and postpone at once: one schedule is in force at each moment, and every reader is held to it.</summary>
public abstract class ScheduleHistoryTests(HistorySeries series)
{
    private const int Clients = 6;
    private const int CallsOfAClient = 14;

    /// <summary>The first is open by the clock, the others are to come.</summary>
    private static readonly string[] Restricted = ["2026-08-13T00:01", "2026-08-20T00:01", "2026-08-21T00:01"];
    private static readonly string[] Candidate = ["2026-08-14T08:00", "2026-08-21T08:00", "2026-08-22T08:00"];

    private int lastSeen;

    protected async Task Proposals_approvals_and_reads_of_a_series_are_linearizable(int seed)
    {
        using var officer = await series.Officer();
        using var anna = series.Gateway.Client(series.Anna.Token);
        using var ben = series.Gateway.Client(series.Ben.Token);
        (string Name, HttpClient Client)[] operators = [("board.anna", anna), ("board.ben", ben)];
        var recorder = new HistoryRecorder();
        // Known to the last number: the latest is in force, and an earlier one waits.
        await Answer(Propose(anna, Restricted.Length - 1));
        await Answer(Propose(anna, 0));
        var initial = await Shown(anna);
        await Task.WhenAll(Enumerable.Range(1, Clients).Select(client => Task.Run(async () =>
        {
            var chance = new Random(unchecked((HistorySeeds.Of(seed) * 31) + client));
            for (var call = 0; call < CallsOfAClient; call++) await Call(recorder, client, chance, operators[chance.Next(2)], officer);
        })));
        HistorySeeds.ShouldBeLinearizable(series.Gateway.On.ShowsChangesAtOnce(), seed, $"schedule of {HistorySeries.Series}", recorder.History, ScheduleModel.From(initial));
    }

    private async Task Call(HistoryRecorder recorder, int client, Random chance, (string Name, HttpClient Client) by, HttpClient officer)
    {
        var schedule = chance.Next(2) * chance.Next(1, Restricted.Length);
        var number = Volatile.Read(ref lastSeen) - (chance.Next(6) == 0 ? 1 : 0);
        switch (chance.Next(8))
        {
            case 0 or 1:
                await recorder.Record(client, "propose", $"{schedule} {by.Name}", () => Answer(Propose(by.Client, schedule)));
                break;
            case 2 or 3:
                await recorder.Record(client, "approve", $"{number} {by.Name}", () => Answer(by.Client.PostAsJsonAsync($"series/{HistorySeries.Series}/approval", new { proposal = number })));
                break;
            case 4:
                await recorder.Record(client, "show", "", async () => $"{await Shown(by.Client)}");
                return;
        }

        // Also right after a change of the client's own, which must be in force by then.
        await recorder.Record(client, "read", "", () => Status(officer.GetAsync($"{HistorySeries.Results}/documents/xml-results-file")));
    }

    private static Task<HttpResponseMessage> Propose(HttpClient by, int schedule)
        => by.PutAsJsonAsync($"series/{HistorySeries.Series}/release", new { restrictedRelease = Restricted[schedule], candidateRelease = Candidate[schedule] });

    private async Task<ScheduleModel.State> Shown(HttpClient by)
    {
        var shown = await by.Json($"series/{HistorySeries.Series}");
        var proposed = shown.GetProperty("proposed");
        var inForce = IndexOf(shown.GetProperty("approved"));
        if (proposed.ValueKind == JsonValueKind.Null) return new ScheduleModel.State(inForce, Volatile.Read(ref lastSeen), null, null);
        var number = proposed.GetProperty("number").GetInt32();
        Volatile.Write(ref lastSeen, number);
        return new ScheduleModel.State(inForce, number, IndexOf(proposed), proposed.GetProperty("by").GetString());
    }

    private static int IndexOf(JsonElement scheduled)
    {
        var restricted = scheduled.GetProperty("schedule").GetProperty("restrictedRelease").GetDateTimeOffset();
        return Array.FindIndex(Restricted, text => DateTime.Parse(text, CultureInfo.InvariantCulture) == restricted.UtcDateTime.AddHours(1));
    }

    /// <summary>200, or the name of the problem.</summary>
    private async Task<string?> Answer(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        if (!answer.IsSuccessStatusCode) return said.GetProperty("type").GetString()!.Split('/')[^1];
        // Seen, so that the next approval is of the proposal that waits.
        if (said.GetProperty("proposed") is { ValueKind: JsonValueKind.Object } proposed) Volatile.Write(ref lastSeen, proposed.GetProperty("number").GetInt32());
        return $"{(int)answer.StatusCode}";
    }

    private static async Task<string?> Status(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        return $"{(int)answer.StatusCode}";
    }
}

public sealed class ScheduleHistoryOnOneNodeTests(HistorySeries series) : ScheduleHistoryTests(series), IClassFixture<HistorySeries>
{
    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    public Task Proposals_approvals_and_reads_of_a_series_are_linearizable_on_one_node(int seed) => Proposals_approvals_and_reads_of_a_series_are_linearizable(seed);
}

/// <summary>On two nodes a history takes long: the first of each.</summary>
[Collection(RealTime.Name)]
public sealed class ScheduleHistoryOnAClusterTests(HistorySeriesOnACluster series) : ScheduleHistoryTests(series), IClassFixture<HistorySeriesOnACluster>
{
    [Theory]
    [InlineData(31)]
    public Task Proposals_approvals_and_reads_of_a_series_are_linearizable_on_a_cluster(int seed) => Proposals_approvals_and_reads_of_a_series_are_linearizable(seed);
}
