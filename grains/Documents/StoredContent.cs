using System.Text.Json.Serialization;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Documents;

/// <summary>What some content is, and in which forms the store holds it.</summary>
/// <param name="Sha256">Of the plain bytes.</param>
/// <param name="Bytes">Length of the plain bytes.</param>
/// <param name="Brotli">Where clients may want it and brotli makes it smaller.</param>
/// <param name="Gzip">Where gzip makes it smaller. Then the plain bytes are not stored: they are made from this when they are asked for, which is seldom.</param>
[GenerateSerializer, Immutable, Alias("StoredContent")]
public sealed record StoredContent(
    [property: Id(0)] ContentHash Sha256,
    [property: Id(1)] long Bytes,
    [property: Id(2)] EncodedCopy? Brotli,
    [property: Id(3)] EncodedCopy? Gzip) : StoredRecord
{
    /// <summary>Everything that the store must hold for this.</summary>
    [JsonIgnore]
    public IEnumerable<ContentHash> Stored => new[] { Gzip?.Hash ?? Sha256, Brotli?.Hash }.OfType<ContentHash>();
}
