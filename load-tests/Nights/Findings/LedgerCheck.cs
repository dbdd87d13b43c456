using System.Text.Json;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Results;
using ResultsGrid.LoadTests.Nights.Clients;

namespace ResultsGrid.LoadTests.Nights.Findings;

/// <summary>Compares what clients fetched with what their centres' ledgers say that they did.</summary>
public sealed class LedgerCheck(Night night, LedgerReader reader)
{
    /// <param name="before">The ledgers before the night.</param>
    public async Task Run(IReadOnlyList<NightClient> clients, EarlierFetches before, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(before);
        await Parallel.ForEachAsync(
            clients.Where(client => client.Fetches is not null), new ParallelOptions { MaxDegreeOfParallelism = LedgerReader.Connections, CancellationToken = cancellation },
            async (client, _) => await Check(client, before));
    }

    private async Task Check(NightClient client, EarlierFetches before)
    {
        var centre = client.Plan.Centre;
        var session = await reader.Get("session", client.Secret!);
        var ledger = await reader.Get($"centres/{centre}/series/{night.Series}/downloads", client.Secret!);
        if (session is null || ledger is null)
        {
            night.Findings.Expect(false, Findings.Check.EveryFetchRecorded, $"centre {centre}", "a ledger to read", "no answer of 200");
            return;
        }

        var by = JsonSerializer.Deserialize<CurrentSession>(session, ContractJson.Options)!.User.Id;
        var found = JsonSerializer.Deserialize<IReadOnlyList<Fetch>>(ledger, ContractJson.Options)!.Where(fetch => fetch.By == by).ToDictionary(fetch => fetch.DocumentId, fetch => fetch.Count);
        foreach (var document in found.Keys.Union(client.Fetches!.Documents.Keys))
        {
            var (completed, brokenOff) = client.Fetches.Documents.GetValueOrDefault(document);
            var recorded = found.GetValueOrDefault(document) - before.Of(centre, by, document);
            night.Findings.Expect(
                recorded >= completed && recorded <= completed + brokenOff, Findings.Check.EveryFetchRecorded, $"centre {centre}, document {document}, fetched by {by}",
                brokenOff == 0 ? $"{completed} fetches recorded" : $"{completed} to {completed + brokenOff} fetches recorded", $"{recorded}");
        }
    }
}
