using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Results;

/// <summary>What a results grain keeps of downloads, apart from publication: a download rewrites no manifest.</summary>
public sealed record DownloadsState : StoredRecord
{
    /// <summary>Every user and key of the largest centre, times its documents. Past it fetches are counted by document under <see cref="Others"/>: none is refused and none goes uncounted.</summary>
    public const int MaxFetches = 20_000;

    /// <summary>In a fetch's By: who came after the bound was reached. No user or key is called so, for their names begin with a shelf and a point.</summary>
    public const string Others = "others";

    public ImmutableArray<Fetch> Fetches { get; init; } = [];

    /// <summary>By log of the download ledger: the sequence number through which its entries are in <see cref="Fetches"/>.</summary>
    public IReadOnlyDictionary<string, long> Folded { get; init; } = new Dictionary<string, long>();

    public long FoldedThrough(string log) => Folded.GetValueOrDefault(log);

    public DownloadsState With(DownloadBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var fetches = Fetches.ToDictionary(fetch => (fetch.By, fetch.DocumentId));
        foreach (var fetch in batch.Fetches)
        {
            var key = (fetch.By, fetch.DocumentId);
            if (fetches.Count >= MaxFetches && !fetches.ContainsKey(key)) key = (Others, fetch.DocumentId);
            fetches[key] = fetches.TryGetValue(key, out var earlier) ? earlier.And(fetch) : fetch with { By = key.Item1 };
        }

        var folded = Folded.Where(one => batch.Logs.Has(one.Key)).ToDictionary();
        folded[batch.Log] = batch.Through;
        return this with { Fetches = [.. fetches.Values], Folded = folded };
    }
}
