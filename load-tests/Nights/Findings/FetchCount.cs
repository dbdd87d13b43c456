using System.Collections.Concurrent;

namespace ResultsGrid.LoadTests.Nights.Findings;

/// <summary>How often one client fetched each document. The ledger has the completed ones, and may have those that broke off.</summary>
public sealed class FetchCount
{
    private readonly ConcurrentDictionary<string, (int Completed, int BrokenOff)> documents = new();

    public IReadOnlyDictionary<string, (int Completed, int BrokenOff)> Documents => documents;

    public int Completed => documents.Values.Sum(count => count.Completed);

    internal void Complete(string document) => documents.AddOrUpdate(document, (1, 0), (_, count) => (count.Completed + 1, count.BrokenOff));

    internal void BreakOff(string document) => documents.AddOrUpdate(document, (0, 1), (_, count) => (count.Completed, count.BrokenOff + 1));
}
