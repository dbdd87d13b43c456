using System.Collections.Concurrent;
using ResultsGrid.LoadTests.Latencies;

namespace ResultsGrid.LoadTests.Nights.Figures;

/// <summary>What happened to the requests of one kind.</summary>
public sealed class KindFigures
{
    private readonly ConcurrentDictionary<string, int> outcomes = new();

    /// <summary>From the intended moment to the last byte, of whatever was answered.</summary>
    public LatencyHistogram Latencies { get; } = new();

    /// <summary>Statuses, and faults by name where no whole answer came, with how many there were.</summary>
    public IReadOnlyDictionary<string, int> Outcomes => outcomes;

    internal void Count(string outcome) => outcomes.AddOrUpdate(outcome, 1, (_, count) => count + 1);
}
