using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Series;

/// <summary>A centre with documents that were damaged or missing in the store and are whole again, byte for byte.</summary>
/// <param name="What">Which documents, and how each was found.</param>
[GenerateSerializer, Immutable, Alias("RepairedItem")]
public sealed record RepairedItem([property: Id(0)] string Item, [property: Id(1)] string What) : StoredRecord;
