using System.Text.Json.Serialization;
using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Grains.Results;

/// <summary>One document of a published version.</summary>
/// <param name="Id">The same in every version, so a client can ask again by the same address.</param>
/// <param name="FileName">Exactly as a management information system expects it.</param>
public sealed record PublishedDocument(string Id, DocumentKind Kind, string Title, string FileName, string MediaType, StoredContent Content)
{
    /// <summary>An EDI file, whose name carries a sequence number.</summary>
    [JsonIgnore]
    public bool IsResultsFile => Kind is DocumentKind.ResultsFile or DocumentKind.UnitResultsFile;
}
