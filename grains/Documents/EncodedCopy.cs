namespace ResultsGrid.Grains.Documents;

/// <summary>A document compressed once, ahead of the night.</summary>
public sealed record EncodedCopy(ContentHash Hash, long Bytes);
