using System.Collections.Concurrent;
using ResultsGrid.LoadTests.Latencies;

namespace ResultsGrid.LoadTests.Arrivals;

/// <summary>Counts and times the answers to a load. Many threads.</summary>
public sealed class LoadFigures
{
    private readonly ConcurrentDictionary<string, int> outcomes = new(StringComparer.Ordinal);

    /// <summary>Of what was served whole, from the moment at which it was due.</summary>
    public LatencyHistogram Latencies { get; } = new();

    /// <summary>How late the drill itself was: part of every latency, and none of the server's.</summary>
    public LatencyHistogram Lateness { get; } = new();

    /// <summary>Statuses and faults, with how many there were; "wrong length" for a 200 that was cut.</summary>
    public IReadOnlyDictionary<string, int> Outcomes => outcomes;

    public int Answers => outcomes.Values.Sum();

    public int Served => outcomes.Where(one => IsGood(one.Key)).Sum(one => one.Value);

    public void Hear(LoadAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        Lateness.Record(answer.Lateness);
        if (answer.IsServed) Latencies.Record(answer.Latency);
        outcomes.AddOrUpdate(IsGood(answer.Outcome) && !answer.IsServed ? "wrong length" : answer.Outcome, 1, (_, count) => count + 1);
    }

    /// <summary>Everything that was not served, in words; "none" where all was.</summary>
    public string Failures => Answers > Served ? string.Join(", ", outcomes.Where(one => !IsGood(one.Key)).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Value} {one.Key}")) : "none";

    private static bool IsGood(string outcome) => outcome is "200" or "201";
}
