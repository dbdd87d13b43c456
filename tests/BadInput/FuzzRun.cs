using System.Globalization;

namespace ResultsGrid.Tests.BadInput;

/// <summary>How many cases of each kind, from which seed: fixed in the suite; RESULTSGRID_FUZZ_CASES and RESULTSGRID_FUZZ_SEED run more, others.</summary>
internal static class FuzzRun
{
    private const int SuiteSeed = 20260813;

    public static int Seed { get; } = Setting("RESULTSGRID_FUZZ_SEED") ?? SuiteSeed;

    public static int Cases(int inSuite) => Setting("RESULTSGRID_FUZZ_CASES") ?? inSuite;

    /// <summary>The chance of one case, its own: a case is made again without those before it.</summary>
    public static Random Chance(int number) => new(HashCode(Seed, number));

    /// <summary>What a finding is told with; its bytes stay in a file, to be put into the corpus.</summary>
    public static string Describe(string target, int number, byte[] input, string fault)
    {
        var kept = Path.Combine(Path.GetTempPath(), FormattableString.Invariant($"bad-input-{target}-{Seed}-{number}"));
        File.WriteAllBytes(kept, input);
        return $"{target}, seed {Seed}, case {number}: {fault}\nThe input is kept at {kept}; in tests/BadInput/Corpus/{target} it stays a test.";
    }

    private static int HashCode(int seed, int number) => unchecked((seed * 16_777_619) ^ (number * 1_000_003));

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;
}
