using ResultsGrid.Grains.Results;

namespace ResultsGrid.Grains.Downloads;

/// <summary>How often one user or key fetched one document within a stretch of a log.</summary>
internal sealed class DownloadCount(int version, DateTimeOffset at)
{
    private readonly DateTimeOffset first = at;
    private DateTimeOffset last = at;
    private int version = version;
    private int count = 1;

    public void Add(int laterVersion, DateTimeOffset at)
    {
        (version, last) = (laterVersion, at);
        count++;
    }

    public Fetch ToFetch(string by, string documentId) => new(by, documentId, version, first, last, count);
}
