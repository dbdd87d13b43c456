using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Grains.Results;

/// <summary>What a centre's version consists of. Everything in it is in the store, read back and checked, before it is published.</summary>
/// <param name="Results">The results themselves as the screens show them; also what every document was rendered from, so the same hash means the same version.</param>
public sealed record Manifest(ContentHash Results, IReadOnlyList<PublishedDocument> Documents)
{
    public bool IsSameAs(Manifest other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Results == other.Results && Documents.SequenceEqual(other.Documents);
    }
}
