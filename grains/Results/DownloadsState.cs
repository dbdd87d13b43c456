namespace ResultsGrid.Grains.Results;

/// <summary>What a results grain keeps of downloads, apart from publication: a download rewrites no manifest.</summary>
public sealed record DownloadsState
{
    public IReadOnlyList<Fetch> Fetches { get; init; } = [];
}
