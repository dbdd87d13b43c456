namespace ResultsGrid.Storage.Azure.Downloads;

/// <summary>A log as the container lists it.</summary>
/// <param name="Node">Whose it is; empty where its blobs do not say.</param>
/// <param name="Numbers">Of its blobs, ascending.</param>
internal sealed record ListedLog(string Id, string Node, IReadOnlyList<int> Numbers);
