namespace ResultsGrid.Gateway.Documents;

/// <param name="Version">Counts up with each publication that changed something.</param>
public sealed record DocumentList(int Version, DateTimeOffset PublishedAt, IReadOnlyList<ListedDocument> Documents);
