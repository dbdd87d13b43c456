using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Documents;

/// <summary>A document compressed once, ahead of the night.</summary>
[GenerateSerializer, Immutable, Alias("EncodedCopy")]
public sealed record EncodedCopy([property: Id(0)] ContentHash Hash, [property: Id(1)] long Bytes) : StoredRecord;
