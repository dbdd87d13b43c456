using System.Collections.Concurrent;

namespace ResultsGrid.LoadTests.Hostilities;

/// <summary>What became of an attack. Many threads.</summary>
public sealed class AttackFigures
{
    private const int MaxKept = 20;
    private readonly ConcurrentDictionary<string, int> outcomes = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> breaches = new();

    /// <summary>Statuses and closes, with how many there were.</summary>
    public string Outcomes => string.Join(", ", outcomes.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Value} {one.Key}"));

    public int Count => outcomes.Values.Sum();

    /// <summary>The first things that the server should not have done.</summary>
    public IReadOnlyCollection<string> Breaches => breaches;

    /// <param name="isRight">Whether the server may do so.</param>
    /// <param name="what">The shot or connection.</param>
    public void Saw(string outcome, bool isRight, string what)
    {
        outcomes.AddOrUpdate(outcome, 1, (_, count) => count + 1);
        if (!isRight && breaches.Count < MaxKept) breaches.Enqueue($"{what}: {outcome}");
    }
}
