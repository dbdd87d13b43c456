using System.Collections.Concurrent;
using System.Text.Json;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Results;

namespace ResultsGrid.LoadTests.Nights.Findings;

/// <summary>What the ledgers held before the night, of a series that had been open.</summary>
public sealed class EarlierFetches
{
    private readonly ConcurrentDictionary<(CentreNumber Centre, string By, string Document), int> counts = new();

    /// <param name="secretOf">Whose ledger is read by whom.</param>
    public static async Task<EarlierFetches> Read(
        SeriesCode series, IEnumerable<CentreNumber> centres, Func<CentreNumber, string> secretOf, LedgerReader reader, CancellationToken cancellation)
    {
        var earlier = new EarlierFetches();
        var options = new ParallelOptions { MaxDegreeOfParallelism = LedgerReader.Connections, CancellationToken = cancellation };
        await Parallel.ForEachAsync(centres, options, async (centre, _) =>
        {
            if (await reader.Get($"centres/{centre}/series/{series}/downloads", secretOf(centre)) is not { } ledger) return;
            foreach (var fetch in JsonSerializer.Deserialize<IReadOnlyList<Fetch>>(ledger, ContractJson.Options)!) earlier.counts[(centre, fetch.By, fetch.DocumentId)] = fetch.Count;
        });
        return earlier;
    }

    public int Of(CentreNumber centre, string by, string document) => counts.GetValueOrDefault((centre, by, document));
}
