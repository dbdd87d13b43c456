using System.Globalization;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Exchange.Csv;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Marks;

/// <summary>Unit and component marks of a centre in a series as CSV: one row for each result of each candidate.</summary>
public static class MarksCsv
{
    private static readonly string[] Header =
    [
        "series", "centre_number", "candidate_number", "family_name", "forenames", "uci",
        "assessment_code", "assessment_title", "kind", "status",
        "raw_mark", "maximum_mark", "ums", "maximum_ums", "grade", "weighted_mark",
        "partial_absence", "special_consideration", "notice",
    ];

    /// <exception cref="InvalidDataException">A result lacks its specification; the message names it.</exception>
    public static byte[] Render(CentreResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var specifications = new SpecificationIndex(results);
        return CsvDocument.Write(Header, results.Candidates.SelectMany(candidate => candidate.Assessments, (candidate, result) => Row(results, candidate, result, specifications)));
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
