using ResultsGrid.Grains.Results;

namespace ResultsGrid.Grains.Downloads;

/// <summary>How often one user or key fetched one document within a stretch of a log, from when to when, and of which version last.</summary>
internal readonly record struct DownloadCount(int Count, int Version, DateTimeOffset First, DateTimeOffset Last)
{
    public DownloadCount(int version, DateTimeOffset at)
        : this(1, version, at, at)
    {
    }

    public DownloadCount Plus(int laterVersion, DateTimeOffset at) => new(Count + 1, laterVersion, First, at);

    public Fetch ToFetch(string by, string documentId) => new(by, documentId, Version, First, Last, Count);
}
