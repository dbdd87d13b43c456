using System.Text.Json.Serialization;

namespace ResultsGrid.Grains.Documents;

/// <summary>What some content is, and in which forms the store holds it.</summary>
/// <param name="Sha256">Of the plain bytes.</param>
/// <param name="Bytes">Length of the plain bytes.</param>
/// <param name="Brotli">Where clients may want it and brotli makes it smaller.</param>
/// <param name="Gzip">Where gzip makes it smaller. Then the plain bytes are not stored: they are made from this when they are asked for, which is seldom.</param>
public sealed record StoredContent(ContentHash Sha256, long Bytes, EncodedCopy? Brotli, EncodedCopy? Gzip)
{
    /// <summary>Everything that the store must hold for this.</summary>
    [JsonIgnore]
    public IEnumerable<ContentHash> Stored => new[] { Gzip?.Hash ?? Sha256, Brotli?.Hash }.OfType<ContentHash>();
}
