using System.Text.Json;
using ResultsGrid.LoadTests.Nights.Clients;
using ResultsGrid.LoadTests.Nights.Findings;

namespace ResultsGrid.LoadTests.Clusters;

/// <summary>How many downloads of each centre the service says that there were.</summary>
internal static class RecordedDownloads
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <returns>By centre; null for one whose list was refused.</returns>
    public static async Task<Dictionary<string, long>> Count(Uri node, IReadOnlyList<NightAccess> keys, string series)
    {
        using var reader = new LedgerReader(node);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var access in keys)
        {
            if (await reader.Get($"centres/{access.Centre}/series/{series}/downloads", access.Key!) is not { } body) continue;
            using var fetches = JsonDocument.Parse(body);
            counts[access.Centre.ToString()] = fetches.RootElement.EnumerateArray().Sum(fetch => fetch.GetProperty("count").GetInt64());
        }

        return counts;
    }

    /// <summary>Waits until every completed download is there, for so long.</summary>
    /// <returns>How many are missing in the end, and how long it took.</returns>
    public static async Task<(long Missing, TimeSpan Took)> AreComplete(
        Uri node, IReadOnlyList<NightAccess> keys, string series, IReadOnlyDictionary<string, long> before, IReadOnlyDictionary<string, int> completed, TimeSpan patience, TimeProvider time, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var now = await Count(node, keys, series);
            var missing = completed.Sum(centre => Math.Max(0, before.GetValueOrDefault(centre.Key) + centre.Value - now.GetValueOrDefault(centre.Key)));
            var took = time.GetElapsedTime(began);
            if (missing == 0 || took > patience) return (missing, took);
            await Task.Delay(BetweenLooks, time, cancellation);
        }
    }
}
