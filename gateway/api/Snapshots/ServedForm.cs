using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Gateway.Api.Snapshots;

/// <summary>One form in which a document is sent, with the header values that say so.</summary>
/// <param name="Hash">Of the bytes in this form.</param>
/// <param name="Coding">The content coding (br, gzip), or null for the plain bytes.</param>
public sealed record ServedForm(ContentHash Hash, long Bytes, string? Coding)
{
    // Made when first asked for: most documents are not, on most days.
    private string? etag;

    /// <summary>Strong: other forms of the same document have another.</summary>
    public string ETag => etag ??= $"\"{Hash}\"";
}
