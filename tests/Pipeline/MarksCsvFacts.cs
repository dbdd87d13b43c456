namespace ResultsGrid.Tests.Pipeline;

/// <summary>The marks CSV: a line for each result.</summary>
internal static class MarksCsvFacts
{
    private static readonly string[] Columns =
    [
        "series", "centre_number", "family_name", "forenames", "uci", "assessment_title", "kind", "status", "raw_mark", "maximum_mark",
        "ums", "maximum_ums", "grade", "weighted_mark", "partial_absence", "special_consideration", "notice",
    ];

    public static Facts Expected(ExpectedCentre centre) => Expected(centre, CsvFacts.Safe);

    /// <param name="written">How the table writes a text that could be a formula.</param>
    public static Facts Expected(ExpectedCentre centre, Func<string, string> written)
    {
        var facts = new Facts();
        var series = centre.Series;
        foreach (var person in centre.Candidates)
        {
            foreach (var result in person.Results.Assessments)
            {
                var isUnit = series.IsUnit(result.Assessment);
                var status = result.Outcome switch { "graded" => isUnit ? "Graded" : "Marked", "pending" => "Pending", "absent" => "Absent", _ => "No Result" };
                facts.Say(person.Number, result.Assessment, string.Join('|',
                    series.Code, centre.Number, written(person.Row["family_name"]), person.Row["forenames"], person.Uci,
                    series.TitleOf(result.Assessment), isUnit ? "unit" : "component", status,
                    $"{result.RawMark}", $"{series.MaximumMark(result.Assessment)}", $"{result.Ums}", $"{series.MaximumUms(result.Assessment)}",
                    result.Grade, $"{series.WeightedMark(result):0.####}", result.IsPartial ? "#" : "", result.HasConsideration ? "yes" : "", series.Notice));
            }
        }

        return facts;
    }

    public static Facts Actual(byte[] file) => Actual(CsvFacts.Read(file));

    public static Facts Actual(IEnumerable<Dictionary<string, string>> rows)
    {
        var facts = new Facts();
        foreach (var row in rows) facts.Say(row["candidate_number"], row["assessment_code"], string.Join('|', Columns.Select(column => row[column])));
        return facts;
    }
}
