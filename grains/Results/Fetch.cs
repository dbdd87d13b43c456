namespace ResultsGrid.Grains.Results;

/// <summary>Who fetched a document, and when first and last.</summary>
/// <param name="By">A user name, or the id of an access key.</param>
/// <param name="Version">The version fetched last.</param>
public sealed record Fetch(string By, string DocumentId, int Version, DateTimeOffset First, DateTimeOffset Last, int Count);
