using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Grains.Results;

/// <summary>A document compressed once, ahead of the night.</summary>
public sealed record EncodedCopy(ContentHash Hash, long Bytes);
