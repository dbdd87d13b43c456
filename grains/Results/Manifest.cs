using System.Text.Json.Serialization;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Results;

/// <summary>What a centre's version consists of. Everything in it is in the store, read back and checked, before it is published.</summary>
/// <param name="Results">The results themselves as the screens show them; also what every document was rendered from, so the same hash means the same version.</param>
[GenerateSerializer, Immutable, Alias("Manifest")]
public sealed record Manifest(
    [property: Id(0)] StoredContent Results,
    [property: Id(1)] ImmutableArray<PublishedDocument> Documents) : StoredRecord
{
    /// <summary>The documents' contents in the manifest's order, the results themselves last.</summary>
    [JsonIgnore]
    public IEnumerable<StoredContent> Contents => Documents.Select(document => document.Content).Append(Results);

    public bool IsSameAs(Manifest other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Results == other.Results && Documents.SequenceEqual(other.Documents);
    }
}
