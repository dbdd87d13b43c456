using System.Collections.Concurrent;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Rehearsal;

namespace ResultsGrid.LoadTests.Kills;

/// <summary>The small series that a drill loads, in variants: the same centres with other marks and another title.</summary>
public sealed class DrillPackages(int seed)
{
    /// <summary>Loaded, in turn, into the same series.</summary>
    public const int Variants = 3;

    private const int Centres = 4;
    private const int Candidates = 16;

    private readonly ConcurrentDictionary<(SeriesCode Series, int Variant), byte[]> written = new();

    public IReadOnlyList<CentreNumber> CentreNumbers { get; } = [.. RehearsalSeries.CentreNumbers(Plan(SeriesCode.Parse("6B20"), 0, seed))];

    public byte[] Package(SeriesCode series, int variant) => written.GetOrAdd((series, variant), _ => Write(Plan(series, variant, seed)));

    public static string Title(int variant) => $"Drill variant {variant}";

    private static byte[] Write(RehearsalPlan plan)
    {
        using var zip = new MemoryStream();
        RehearsalSeries.Write(zip, plan);
        return zip.ToArray();
    }

    /// <summary>Released long ago: the killed process goes by the real clock.</summary>
    private static RehearsalPlan Plan(SeriesCode series, int variant, int seed) => new(
        series, Title(variant), "drill", new DateTime(2020, 1, 2, 0, 1, 0), new DateTime(2020, 1, 3, 8, 0, 0),
        Centres, Candidates, seed + variant, RehearsalSubjects.Gce, "Invented for a drill");
}
