using ResultsGrid.Awarding.Results;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Assessments;

/// <summary>Counts of grades by assessment or certification code.</summary>
[GenerateSerializer, Immutable, Alias("Tally")]
public sealed record Tally([property: Id(0)] IReadOnlyDictionary<string, GradeCounts> Counts) : StoredRecord
{
    public static Tally Empty { get; } = new(new Dictionary<string, GradeCounts>());

    public static Tally Of(IEnumerable<TalliedResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return new(results.GroupBy(result => result.Code, StringComparer.Ordinal).ToDictionary(group => group.Key, group => Count([.. group])));
    }

    public static Tally Sum(IEnumerable<Tally> tallies)
    {
        ArgumentNullException.ThrowIfNull(tallies);
        var counts = new Dictionary<string, GradeCounts>(StringComparer.Ordinal);
        foreach (var (code, more) in tallies.SelectMany(tally => tally.Counts)) counts[code] = counts.GetValueOrDefault(code, GradeCounts.None).Plus(more);
        return new(counts);
    }

    private static GradeCounts Count(IReadOnlyList<TalliedResult> results) => new(
        results.Where(result => result.Grade is not null).GroupBy(result => result.Grade!.Value).ToDictionary(group => group.Key, group => group.Count()),
        NoResult: results.Count(result => result.Outcome == Outcome.NoResult),
        Pending: results.Count(result => result.Outcome == Outcome.Pending),
        Absent: results.Count(result => result.Outcome == Outcome.Absent),
        Ungraded: results.Count(result => result is { Outcome: Outcome.Graded, Grade: null }));
}
