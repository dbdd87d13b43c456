using System.Globalization;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Exchange.Tables;

namespace ResultsGrid.Exchange.Marks;

/// <summary>Unit and component marks of a centre in a series: one row for each result of each candidate.</summary>
public static class MarksTable
{
    private static readonly DocumentColumn[] Columns =
    [
        .. DocumentColumn.Texts(
            "series", "centre_number", "candidate_number", "family_name", "forenames", "uci",
            "assessment_code", "assessment_title", "kind", "status"),
        new("raw_mark", ColumnKind.Number), new("maximum_mark", ColumnKind.Number), new("ums", ColumnKind.Number), new("maximum_ums", ColumnKind.Number),
        new("grade"), new("weighted_mark", ColumnKind.Number),
        .. DocumentColumn.Texts("partial_absence", "special_consideration", "notice"),
    ];

    /// <exception cref="InvalidDataException">A result lacks its specification; the message names it.</exception>
    public static DocumentTable Of(CentreResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var specifications = new SpecificationIndex(results);
        return new DocumentTable(
            "Marks",
            Columns,
            [.. results.Candidates.SelectMany(candidate => candidate.Assessments, (candidate, result) => Row(results, candidate, result, specifications))]);
    }

    private static string[] Row(CentreResults results, CandidateResults candidate, AssessmentResult result, SpecificationIndex specifications)
    {
        var assessment = specifications.Of(result.Assessment);
        return
        [
            results.Series.ToString(), results.Centre.ToString(), candidate.Number.ToString(),
            candidate.Name.FamilyName, candidate.Name.Forenames, candidate.Uci.ToString(),
            assessment.Code.ToString(), assessment.Title,
            assessment.Kind == AssessmentKind.Unit ? "unit" : "component",
            StatusOf(result.Outcome, assessment.Kind),
            Text(result.RawMark), Text(assessment.MaximumMark), Text(result.Ums), Text(assessment.Scale?.MaximumUms),
            result.Grade is { } grade ? grade.ToString() : "",
            specifications.WeightedMark(result) is { } weighted ? ScoreText.Of(weighted) : "",
            result.PartialAbsence ? "#" : "",
            result.SpecialConsideration ? "yes" : "",
            results.Notice ?? "",
        ];
    }

    /// <summary>In the words of a statement of results.</summary>
    private static string StatusOf(Outcome outcome, AssessmentKind kind) => outcome switch
    {
        Outcome.Graded => kind == AssessmentKind.Unit ? "Graded" : "Marked",
        Outcome.NoResult => "No Result",
        Outcome.Pending => "Pending",
        Outcome.Absent => "Absent",
        _ => throw new InvalidDataException($"{outcome} has no words in a table of marks."),
    };

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
