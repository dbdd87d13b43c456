namespace ResultsGrid.Rehearsal.Chance;

/// <summary>Repeatable chance: SplitMix64 (Steele, Lea and Flood, 2014) in integers, so that no runtime or processor changes a draw.</summary>
internal struct Dice
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>Standard deviation of the sum of four uniform 16-bit numbers.</summary>
    private const double SumDeviation = 37_837.2;

    private ulong state;

    private Dice(ulong state) => this.state = state;

    /// <summary>A stream of its own for each combination of keys: nothing depends on the order in which streams are asked.</summary>
    public static Dice For(params ReadOnlySpan<long> keys)
    {
        var state = 0UL;
        foreach (var key in keys) state = Mix(state + Golden + (ulong)key);
        return new Dice(state);
    }

    public ulong Next() => Mix(state += Golden);

    /// <summary>0 to <paramref name="bound"/> - 1.</summary>
    public int Below(int bound) => (int)((Next() >> 32) * (ulong)bound >> 32);

    /// <summary>From 0 to just under 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Happens(double probability) => Share() < probability;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>Bell-shaped, mean 0, deviation 1, never beyond 3.5: the sum of four uniform numbers, which needs no logarithm.</summary>
    public double Normal()
    {
        var bits = Next();
        var sum = (long)(bits & 0xFFFF) + (long)(bits >> 16 & 0xFFFF) + (long)(bits >> 32 & 0xFFFF) + (long)(bits >> 48);
        return (sum - 131_070) / SumDeviation;
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9;
        value = (value ^ value >> 27) * 0x94D049BB133111EB;
        return value ^ value >> 31;
    }
}
