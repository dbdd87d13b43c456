using System.Text.Json.Serialization;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Results;

/// <summary>One document of a published version.</summary>
/// <param name="Id">The same in every version, so a client can ask again by the same address.</param>
/// <param name="FileName">Exactly as a management information system expects it.</param>
[GenerateSerializer, Immutable, Alias("PublishedDocument")]
public sealed record PublishedDocument(
    [property: Id(0)] string Id,
    [property: Id(1)] DocumentKind Kind,
    [property: Id(2)] string Title,
    [property: Id(3)] string FileName,
    [property: Id(4)] string MediaType,
    [property: Id(5)] StoredContent Content) : StoredRecord
{
    /// <summary>An EDI file, whose name carries a sequence number.</summary>
    [JsonIgnore]
    public bool IsResultsFile => Kind is DocumentKind.ResultsFile or DocumentKind.UnitResultsFile;
}
