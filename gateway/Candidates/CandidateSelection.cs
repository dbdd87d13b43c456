using ResultsGrid.Awarding.Results;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Gateway.Candidates;

/// <summary>Filters and sorts a centre's candidates.</summary>
public static class CandidateSelection
{
    public static IEnumerable<CandidateResults> Select(CentreResults results, CandidateQuery query)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(query);
        return Sort(results.Candidates.Where(candidate => Matches(candidate, query)), results, query);
    }

    private static bool Matches(CandidateResults candidate, CandidateQuery query)
        => (query.Search is not { Length: > 0 } search || Found(candidate, search))
            && ((query.Qualification is null && query.Grade is null) || candidate.Awards.Any(award =>
                (query.Qualification is null || award.Qualification.ToString() == query.Qualification)
                && (query.Grade is null || Shows(award, query.Grade))));

    /// <summary>Whatever can stand where a grade stands: a grade, X, Q, absent, and # beside one.</summary>
    private static bool Shows(Award award, string wanted) => wanted.ToUpperInvariant() switch
    {
        "X" when award.Outcome == Outcome.NoResult => true,
        "Q" when award.Outcome == Outcome.Pending => true,
        "ABSENT" => award.Outcome == Outcome.Absent,
        "#" => award.PartialAbsence || award.Outcome == Outcome.Absent,
        _ => award.Grade?.ToString() == wanted,
    };

    private static bool Found(CandidateResults candidate, string search)
        => NameText.Finds(NameText.Fold(search), candidate.Name)
            || candidate.Number.ToString().Contains(search, StringComparison.Ordinal)
            || candidate.Uci.ToString().Contains(search, StringComparison.OrdinalIgnoreCase)
            || candidate.Uln?.ToString().Contains(search, StringComparison.Ordinal) == true;

    private static IEnumerable<CandidateResults> Sort(IEnumerable<CandidateResults> candidates, CentreResults results, CandidateQuery query) => query.Sort switch
    {
        "name" => candidates.OrderBy(candidate => candidate.Name, NameOrder.Instance).ThenBy(candidate => candidate.Number),
        "grade" => candidates.OrderBy(candidate => Rank(candidate, results, query.Qualification)).ThenBy(candidate => candidate.Number),
        _ => candidates.OrderBy(candidate => candidate.Number),
    };

    /// <summary>Place in the gradeset, best first; U after the last, no grade after that.</summary>
    private static int Rank(CandidateResults candidate, CentreResults results, string? qualification)
    {
        var grades = results.Qualifications.FirstOrDefault(one => one.Code.ToString() == qualification)?.Gradeset.Grades ?? [];
        var grade = candidate.Awards.FirstOrDefault(award => award.Qualification.ToString() == qualification)?.Grade;
        if (grade is null) return grades.Count + 1;
        var place = grades.ToList().IndexOf(grade.Value);
        return place < 0 ? grades.Count : place;
    }
}
