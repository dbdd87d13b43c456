using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Grains.Release;
using ResultsGrid.Rehearsal;
using ResultsGrid.Tests.Clock;
using ResultsGrid.Tests.Gateway;
using ResultsGrid.Tests.Storage;

namespace ResultsGrid.Tests.Contracts;

/// <summary>In a rolling upgrade a node of this version writes states that a later one has stored, and must drop nothing of them.</summary>
public sealed class LaterVersionTests
{
    private int operators;

    [Fact]
    public async Task What_this_version_writes_back_has_every_member_that_a_later_one_added_to_any_record()
    {
        await using var gateway = await TestGateway.Start();
        await gateway.Publish(Packages.Package);
        using (await gateway.Key(Packages.Centres[0], Role.CentreAdministrator))
        {
        }

        var seen = new HashSet<string>();
        var grown = 0;
        foreach (var (kind, json) in Rows(gateway.Folder))
        {
            var name = kind.Split('/')[1];
            var state = StoredStateJson.States[name];
            var later = JsonNode.Parse(json)!;
            grown += StoredStateJson.Grow(later, state);
            var kept = StoredStateJson.ThroughThisVersion(later, state);
            Assert.True(JsonNode.DeepEquals(later, kept), $"{kind} was\n{later}\nand came back as\n{kept}");
            seen.Add(name);
        }

        Assert.Equal(StoredStateJson.States.Keys.Except(["DownloadsState"]).Order(), seen.Except(["DownloadsState"]).Order());
        Assert.InRange(grown, 1_000, int.MaxValue);
    }

    [Fact]
    public void A_change_of_a_state_keeps_what_this_version_does_not_know_of_it()
    {
        var later = JsonNode.Parse("""{"series":["6B26"],"regions":["north"]}""")!;
        var state = System.Text.Json.JsonSerializer.Deserialize<Grains.Board.BoardState>(later, Grains.Hosting.ContractJson.Options)!;
        var changed = state with { Series = [.. state.Series, SeriesCode.Parse("6A26")] };
        var written = System.Text.Json.JsonSerializer.SerializeToNode(changed, Grains.Hosting.ContractJson.Options);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"series":["6B26","6A26"],"regions":["north"]}"""), written), $"{written}");
        Assert.Equal(state with { UnknownMembers = null }, state);
    }

    [Fact]
    public async Task What_the_service_does_with_a_state_keeps_what_a_later_version_has_stored_in_it()
    {
        using var folder = new TemporaryFolder();
        var clock = new FakeClock();
        await using (var gateway = await TestGateway.Start(clock, folder.Path)) await UseAll(gateway, Packages.Plan, isNew: true);
        Execute(folder.Path, "UPDATE state SET json = CAST(json_set(CAST(json AS TEXT), '$.laterMember', 'kept') AS BLOB), etag = etag + 1 WHERE json IS NOT NULL");
        var before = Etags(folder.Path);
        await using (var gateway = await TestGateway.Start(clock, folder.Path))
        {
            await UseAll(gateway, Packages.Plan with { Seed = 8 }, isNew: false);
            await UseAll(gateway, Another, isNew: true);
        }

        var after = Etags(folder.Path);
        var written = before.Where(row => after[row.Key] != row.Value).Select(row => row.Key.Split('/')[1]).ToHashSet();
        Assert.Equal(StoredStateJson.States.Keys.Order(), written.Order());
        Assert.Equal([], Etags(folder.Path, "AND json_extract(CAST(json AS TEXT), '$.laterMember') IS NOT 'kept'").Keys.Intersect(before.Keys));
    }

    /// <summary>Loads, awards and publishes a series, and downloads of it.</summary>
    private async Task UseAll(TestGateway gateway, RehearsalPlan plan, bool isNew)
    {
        using var proposer = await gateway.Operator($"proposer{++operators}");
        using var approver = await gateway.Operator($"approver{++operators}");
        await gateway.Ended(proposer, await proposer.Load(Packages.Write(plan), CancellationToken.None));
        await gateway.Ended(proposer, await proposer.Award(plan.Series, CancellationToken.None));
        if (isNew) await approver.Approve(plan.Series, CancellationToken.None);
        await gateway.Ended(proposer, await proposer.Publish(plan.Series, CancellationToken.None));
        if (gateway.Clock.GetUtcNow() < Packages.RestrictedRelease) gateway.Clock.AdvanceTo(Packages.RestrictedRelease);
        using var officer = await gateway.Key(Packages.Centres[0], Role.CentreAdministrator);
        await officer.GetByteArrayAsync($"centres/{Packages.Centres[0]}/series/{Packages.Series}/documents/results-file");
    }

    private static readonly RehearsalPlan Another = Packages.Plan with
    {
        Series = SeriesCode.Parse("6A26"),
        BasedataVersion = "6A26-01",
        RestrictedRelease = new DateTime(2026, 8, 20, 0, 1, 0),
        CandidateRelease = new DateTime(2026, 8, 21, 8, 0, 0),
        Subjects = RehearsalSubjects.Gcse,
    };

    private static void Execute(string folder, string statement)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(folder, "state.db")};Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    /// <summary>By kind and key.</summary>
    private static Dictionary<string, long> Etags(string folder, string condition = "")
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(folder, "state.db")};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var select = database.CreateCommand();
        select.CommandText = $"SELECT kind || '/' || key, etag FROM state WHERE json IS NOT NULL {condition}";
        using var rows = select.ExecuteReader();
        var etags = new Dictionary<string, long>();
        while (rows.Read()) etags[rows.GetString(0)] = rows.GetInt64(1);
        return etags;
    }

    private static List<(string Kind, string Json)> Rows(string folder)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(folder, "state.db")};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var select = database.CreateCommand();
        select.CommandText = "SELECT kind, CAST(json AS TEXT) FROM state WHERE json IS NOT NULL";
        using var rows = select.ExecuteReader();
        var found = new List<(string, string)>();
        while (rows.Read()) found.Add((rows.GetString(0), rows.GetString(1)));
        return found;
    }
}
