using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Grains.Release;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.Contracts;

/// <summary>In a rolling upgrade a node of this version writes states that a later one has stored, and must drop nothing of them.</summary>
public sealed class LaterVersionTests
{
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
