using ResultsGrid.Gateway.Documents;
using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Gateway.Snapshots;

/// <summary>One form in which a document is sent, with the header values that say so.</summary>
/// <param name="hash">Of the bytes in this form.</param>
/// <param name="coding">The content coding (br, gzip), or null for the plain bytes.</param>
public sealed class ServedForm(ContentHash hash, long bytes, string? coding)
{
    // Made when first asked for: most documents are not, on most days.
    private string? etag;

    public ContentHash Hash { get; } = hash;

    public long Bytes { get; } = bytes;

    public string? Coding { get; } = coding;

    /// <summary>Strong: other forms of the same document have another.</summary>
    public string ETag => etag ??= $"\"{Hash}\"";

    /// <summary>Where its bytes were last found in memory; they may have given way since.</summary>
    public CachedDocument? Cached { get; set; }
}
