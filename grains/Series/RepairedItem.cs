namespace ResultsGrid.Grains.Series;

/// <summary>A centre with documents that were damaged or missing in the store and are whole again, byte for byte.</summary>
/// <param name="What">Which documents, and how each was found.</param>
public sealed record RepairedItem(string Item, string What);
