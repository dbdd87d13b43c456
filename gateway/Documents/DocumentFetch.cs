namespace ResultsGrid.Gateway.Documents;

/// <summary>Who of the centre fetched a document.</summary>
public sealed record DocumentFetch(string By, DateTimeOffset First, DateTimeOffset Last, int Count);
