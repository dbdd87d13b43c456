using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Statements;

/// <summary>The legend of a statement: what stands on it is explained, and nothing else.</summary>
internal static class StatementNotes
{
    public static IEnumerable<string> For(CandidateResults candidate)
    {
        var outcomes = candidate.Awards.Select(award => award.Outcome).Concat(candidate.Assessments.Select(result => result.Outcome)).ToHashSet();
        var grades = candidate.Awards.Select(award => award.Grade).Concat(candidate.Assessments.Select(result => result.Grade));
        if (grades.Contains(Gradeset.Unclassified)) yield return "U: the work was marked and is below the lowest grade.";
        if (outcomes.Contains(Outcome.Absent) || candidate.Awards.Any(award => award.PartialAbsence) || candidate.Assessments.Any(result => result.PartialAbsence))
            yield return "#: some or all of the work is missing and counts as no marks.";
        if (outcomes.Contains(Outcome.NoResult)) yield return "No Result: no grade could be given. The exams office can say what may be done.";
        if (outcomes.Contains(Outcome.Pending)) yield return "Pending: the result is not final. It follows when it is.";
        if (candidate.Assessments.Any(result => result.SpecialConsideration))
            yield return "Special consideration: marks were allowed for circumstances beyond the candidate's control, so figures may not seem to add up.";
    }
}
