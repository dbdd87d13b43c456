using System.Text.Json.Serialization;
using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Grains.Results;

/// <summary>One document of a published version.</summary>
/// <param name="Id">The same in every version, so a client can ask again by the same address.</param>
/// <param name="FileName">Exactly as a management information system expects it.</param>
/// <param name="Bytes">Length uncompressed.</param>
/// <param name="Sha256">Of the uncompressed bytes.</param>
/// <param name="Brotli">Where brotli makes it smaller.</param>
/// <param name="Gzip">Where gzip makes it smaller.</param>
public sealed record PublishedDocument(
    string Id,
    DocumentKind Kind,
    string Title,
    string FileName,
    string MediaType,
    long Bytes,
    ContentHash Sha256,
    EncodedCopy? Brotli,
    EncodedCopy? Gzip)
{
    /// <summary>An EDI file, whose name carries a sequence number.</summary>
    [JsonIgnore]
    public bool IsResultsFile => Kind is DocumentKind.ResultsFile or DocumentKind.UnitResultsFile;

    /// <summary>Everything that the store must hold for this document.</summary>
    [JsonIgnore]
    public IEnumerable<ContentHash> Stored => new[] { Sha256, Brotli?.Hash, Gzip?.Hash }.OfType<ContentHash>();
}
