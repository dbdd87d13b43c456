using System.Globalization;

namespace ResultsGrid.Tests.Histories;

/// <summary>A seed chooses what clients do. Which of two calls wins is the machine's choice, so a refutation comes with its whole history.</summary>
internal static class HistorySeeds
{
    /// <summary>RESULTSGRID_HISTORY_SEED shifts the suite's seeds to other ones.</summary>
    private static readonly int Shift = int.TryParse(Environment.GetEnvironmentVariable("RESULTSGRID_HISTORY_SEED"), CultureInfo.InvariantCulture, out var shift) ? shift : 0;

    public static int Of(int seed) => unchecked((Shift * 1_000_003) + seed);

    /// <param name="readingsInOrder">False where a reading need only show what was acknowledged before it: others may show more already.</param>
    public static void ShouldBeLinearizable<TState>(bool readingsInOrder, int seed, string what, IReadOnlyList<Operation> history, SequentialModel<TState> model)
        where TState : notnull
    {
        var refuted = readingsInOrder ? Linearizability.Refute(history, model) : Regularity.Refute(history, model);
        if (refuted is not { } refutation) return;
        var kept = Path.Combine(Path.GetTempPath(), FormattableString.Invariant($"history-{Of(seed)}.txt"));
        File.WriteAllLines(kept, history.Select(operation => operation.ToString()));
        Assert.Fail($"seed {Of(seed)}, {what}: {refutation}\nThe whole history is in {kept}.");
    }
}
