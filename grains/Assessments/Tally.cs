using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;

namespace ResultsGrid.Grains.Assessments;

/// <summary>Counts of grades by assessment or certification code.</summary>
public sealed record Tally(IReadOnlyDictionary<string, GradeCounts> Counts)
{
    public static Tally Empty { get; } = new(new Dictionary<string, GradeCounts>());

    /// <summary>Counts every result and award of the candidates given.</summary>
    public static Tally Of(IEnumerable<CandidateAwards> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var results = candidates.ToList();
        var counted = results.SelectMany(awards => awards.Assessments)
            .Select(result => (Code: result.Assessment.ToString(), result.Outcome, result.Grade))
            .Concat(results.SelectMany(awards => awards.Awards)
                .Select(award => (Code: award.Qualification.ToString(), award.Outcome, award.Grade)));
        return new(counted.GroupBy(one => one.Code, StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            group => Count([.. group.Select(one => (one.Outcome, one.Grade))])));
    }

    public static Tally Sum(IEnumerable<Tally> tallies)
    {
        ArgumentNullException.ThrowIfNull(tallies);
        var counts = new Dictionary<string, GradeCounts>(StringComparer.Ordinal);
        foreach (var (code, more) in tallies.SelectMany(tally => tally.Counts)) counts[code] = counts.GetValueOrDefault(code, GradeCounts.None).Plus(more);
        return new(counts);
    }

    private static GradeCounts Count(IReadOnlyList<(Outcome Outcome, Grade? Grade)> results) => new(
        results.Where(result => result.Grade is not null).GroupBy(result => result.Grade!.Value).ToDictionary(group => group.Key, group => group.Count()),
        NoResult: results.Count(result => result.Outcome == Outcome.NoResult),
        Pending: results.Count(result => result.Outcome == Outcome.Pending),
        Absent: results.Count(result => result.Outcome == Outcome.Absent),
        Ungraded: results.Count(result => result is { Outcome: Outcome.Graded, Grade: null }));
}
