using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Results;

namespace ResultsGrid.Gateway.Documents;

/// <summary>A document in a centre's list.</summary>
/// <param name="Bytes">Length uncompressed.</param>
/// <param name="AvailableFrom">When it opened for the caller's role; London's offset.</param>
/// <param name="Withdrawn">Why the board took it back; null for one that can be fetched.</param>
public sealed record ListedDocument(
    string Id,
    DocumentKind Kind,
    string Title,
    string FileName,
    string MediaType,
    long Bytes,
    ContentHash Sha256,
    DateTimeOffset? AvailableFrom,
    string? Withdrawn,
    IReadOnlyList<DocumentFetch> Fetched);
