namespace ResultsGrid.LoadTests.Nights.Findings;

/// <summary>All that must not be and was. Many threads.</summary>
public sealed class NightFindings
{
    /// <summary>Enough to see what goes wrong; all are counted.</summary>
    private const int MaxKept = 50;

    private readonly Lock gate = new();
    private readonly List<Finding> kept = [];
    private readonly Dictionary<Check, int> counts = [];
    private long checks;

    /// <summary>The first of them.</summary>
    public IReadOnlyList<Finding> First
    {
        get
        {
            lock (gate) return [.. kept];
        }
    }

    /// <summary>How many there were of each check; a check that held is missing.</summary>
    public IReadOnlyDictionary<Check, int> Counts
    {
        get
        {
            lock (gate) return new Dictionary<Check, int>(counts);
        }
    }

    /// <summary>How many comparisons were made.</summary>
    public long Checks => Interlocked.Read(ref checks);

    public bool AreNone => Counts.Count == 0;

    /// <returns>Whether it holds.</returns>
    public bool Expect(bool holds, Check check, string where, string expected, string found)
    {
        Interlocked.Increment(ref checks);
        if (holds) return true;
        lock (gate)
        {
            counts[check] = counts.GetValueOrDefault(check) + 1;
            if (kept.Count < MaxKept) kept.Add(new Finding(check, where, expected, found));
        }

        return false;
    }

    public bool Equal(string expected, string? found, Check check, string where)
        => Expect(expected == found, check, where, expected, found ?? "nothing");
}
