using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Gateway.Snapshots;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Candidates;

/// <summary>The results that a centre's latest version was rendered from: screens and documents never differ.</summary>
public sealed class PublishedResults(ServedState served, ContentArchive archive) : IDisposable
{
    /// <summary>Bytes of JSON behind the cached results; in memory they take about three times that.</summary>
    private const long MaxCachedBytes = 128 * 1024 * 1024;

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MaxCachedBytes });

    /// <summary>Null while nothing is published.</summary>
    public async Task<(int Version, CentreResults Results)?> Read(SeriesCode series, CentreNumber centre)
    {
        if ((await served.ResultsOf(series, centre)).Latest is not { } latest) return null;
        return (latest.Published.Version, await Read(latest.Published.Manifest.Results));
    }

    public void Dispose() => cache.Dispose();

    private async Task<CentreResults> Read(StoredContent content)
    {
        var hash = content.Sha256;
        if (cache.TryGetValue(hash, out CentreResults? cached)) return cached!;
        var bytes = await archive.Read(content, CancellationToken.None) ?? throw new InvalidOperationException($"Results {hash} are published but not in the store.");
        var results = JsonSerializer.Deserialize<CentreResults>(bytes, ContractJson.Options)!;
        return cache.Set(hash, results, new MemoryCacheEntryOptions { Size = bytes.Length });
    }
}
