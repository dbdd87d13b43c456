using System.Globalization;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.LoadTests.Kills.Answers;

namespace ResultsGrid.LoadTests.Kills.Writers;

/// <summary>An officer's system that downloads a centre's documents; the ledger must count every download that was answered.</summary>
/// <param name="documents">Hash by document id, as they were published before anything was killed.</param>
public sealed class DownloadsWriter(
    CentreNumber centre, SeriesCode series, string secret, string key, ImmutableSortedDictionary<string, PublishedFile> documents, Board board, Random chance, KillReport report) : IWriter
{
    private const double ShareOfZips = 0.1;

    private readonly Kept ledger = new($"download ledger of centre {centre} in {series}, key {key}", report);
    private readonly string address = $"centres/{centre}/series/{series}";
    private ImmutableSortedDictionary<string, int> counts = documents.ToImmutableSortedDictionary(document => document.Key, _ => 0);

    public Task Write(Calls calls) => chance.NextDouble() < ShareOfZips ? FetchAll(calls) : FetchOne(calls);

    public async Task Check(Calls calls)
    {
        var fetches = (await calls.Get(board.Anna, $"{address}/downloads")).Expect(200).Json.EnumerateArray()
            .Where(fetch => fetch.GetProperty("by").GetString() == $"{centre}.key.{key}")
            .ToDictionary(fetch => fetch.GetProperty("documentId").GetString()!, fetch => fetch.GetProperty("count").GetInt32());
        ledger.Compare(Lines(fetches));
        counts = documents.Keys.ToImmutableSortedDictionary(id => id, id => fetches.GetValueOrDefault(id));

        // A publication that was killed, and the one after it, leave version and bytes as they were.
        PublishedFile.Compare($"documents of centre {centre} in {series}", documents, await PublishedFile.List(calls, board.Anna, address), report);
    }

    private async Task FetchOne(Calls calls)
    {
        var id = documents.Keys.ElementAt(chance.Next(documents.Count));
        var next = counts.SetItem(id, counts[id] + 1);
        var answer = await ledger.Write("download", Lines(next), () => calls.Get(secret, $"{address}/documents/{id}"), 200);
        counts = next;
        documents[id].Verify($"{address}/documents/{id}", answer.Body, report);
    }

    private async Task FetchAll(Calls calls)
    {
        var next = counts.ToImmutableSortedDictionary(count => count.Key, count => count.Value + 1);
        var answer = await ledger.Write("download of all", Lines(next), () => calls.Get(secret, $"{address}/documents.zip"), 200);
        counts = next;
        PublishedFile.VerifyZip($"{address}/documents.zip", answer.Body, documents.Values, report);
    }

    private static ImmutableSortedSet<string> Lines(IReadOnlyDictionary<string, int> counts) => counts.Where(count => count.Value > 0)
        .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key} {count.Value}")).ToImmutableSortedSet(StringComparer.Ordinal);
}
