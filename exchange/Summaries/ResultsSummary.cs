using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Summaries;

/// <summary>A centre's results counted by grade: each qualification, then each unit of this series. Components have no grades and are not counted.</summary>
public sealed record ResultsSummary(CentreResults Results, IReadOnlyList<SummaryEntry> Entries)
{
    /// <exception cref="ArgumentException">There is no candidate.</exception>
    /// <exception cref="InvalidDataException">A result lacks its specification; the message names it.</exception>
    public static ResultsSummary Of(CentreResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        if (results.Candidates.Count == 0) throw new ArgumentException($"Centre {results.Centre} has no candidate in series {results.Series}: there is no summary to print.");
        var specifications = new SpecificationIndex(results);
        var qualifications = results.Candidates.SelectMany(candidate => candidate.Awards)
            .GroupBy(award => award.Qualification, award => (award.Outcome, award.Grade, award.PartialAbsence)).OrderBy(group => group.Key)
            .Select(group => Count("qualification", group.Key.ToString(), specifications.Of(group.Key).Title, specifications.Of(group.Key).Gradeset.Grades, [.. group]));
        var units = results.Candidates.SelectMany(candidate => candidate.Assessments)
            .GroupBy(result => result.Assessment, result => (result.Outcome, result.Grade, result.PartialAbsence)).OrderBy(group => group.Key)
            .Where(group => specifications.Of(group.Key).Kind == AssessmentKind.Unit)
            .Select(group => Count("unit", group.Key.ToString(), specifications.Of(group.Key).Title, [.. specifications.Of(group.Key).Boundaries.Select(boundary => boundary.Grade)], [.. group]));
        return new ResultsSummary(results, [.. qualifications, .. units]);
    }

    private static SummaryEntry Count(
        string kind, string code, string title, IReadOnlyList<Grade> grades, IReadOnlyList<(Outcome Outcome, Grade? Grade, bool PartialAbsence)> given)
    {
        var counts = given.Where(result => result.Outcome == Outcome.Graded).CountBy(result => result.Grade!.Value).ToDictionary();
        // A grade outside the gradeset would be a fault of awarding; it is shown rather than lost.
        var listed = grades.Append(Gradeset.Unclassified).Union(counts.Keys.Order());
        var total = counts.Values.Sum();
        var cumulative = 0;
        return new SummaryEntry(
            kind, code, title,
            [.. listed.Select(grade =>
            {
                var count = counts.GetValueOrDefault(grade);
                cumulative += count;
                return new GradeCount(grade.ToString(), count, cumulative, Percent(cumulative, total));
            })],
            given.Count(result => result.Outcome == Outcome.NoResult),
            given.Count(result => result.Outcome == Outcome.Pending),
            given.Count(result => result.Outcome == Outcome.Absent),
            given.Count(result => result.Outcome == Outcome.Graded && result.PartialAbsence));
    }

    private static decimal? Percent(int part, int whole) => whole == 0 ? null : Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero);
}
