using System.Globalization;
using ResultsGrid.Tests.Gateway;

namespace ResultsGrid.Tests.Histories;

/// <summary>A seed chooses what clients do. Which of two calls wins is the machine's choice, so a refutation comes with its whole history.</summary>
internal static class HistorySeeds
{
    /// <summary>RESULTSGRID_HISTORY_SEED shifts the suite's seeds to other ones.</summary>
    private static readonly int Shift = int.TryParse(Environment.GetEnvironmentVariable("RESULTSGRID_HISTORY_SEED"), CultureInfo.InvariantCulture, out var shift) ? shift : 0;

    public static int Of(int seed) => unchecked((Shift * 1_000_003) + seed);

    public static void ShouldBeLinearizable<TState>(HostedOn on, int seed, string what, IReadOnlyList<Operation> history, SequentialModel<TState> model)
        where TState : notnull
    {
        var refuted = on.ShowsChangesAtOnce() ? Linearizability.Refute(history, model) : Regularity.Refute(history, model);
        if (refuted is not { } refutation) return;
        var kept = Path.Combine(Path.GetTempPath(), FormattableString.Invariant($"history-{Of(seed)}.txt"));
        File.WriteAllLines(kept, history.Select(operation => operation.ToString()));
        Assert.Fail($"seed {Of(seed)}, {what}: {refutation}\nThe whole history is in {kept}.");
    }
}
