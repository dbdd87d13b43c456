using System.Text.Json;
using ResultsGrid.Tests.Oracle;

namespace ResultsGrid.Tests.Pipeline;

/// <summary>The screens by assessment: the list, and each qualification's, unit's and component's own with its candidates.</summary>
internal static class AssessmentScreenFacts
{
    public static Facts Expected(ExpectedCentre centre)
    {
        var facts = new Facts();
        var series = centre.Series;
        foreach (var count in centre.Counts().Where(count => count.Kind == "qualification")) Say(count);
        var units = centre.Counts().Where(count => count.Kind == "unit").ToDictionary(count => count.Code);
        foreach (var code in centre.Candidates.SelectMany(person => person.Results.Assessments).Select(result => result.Assessment).Distinct().Order(StringComparer.Ordinal))
        {
            if (units.TryGetValue(code, out var unit)) Say(unit);
            else SayComponent(facts, centre, code);
        }

        return facts;

        void Say(ExpectedCount count)
        {
            var grades = string.Join(", ", count.Grades.Select(grade => $"{grade} {count.Of(grade)} {count.UpTo(grade)}"));
            SayCounts(facts, series, count.Kind, count.Code, $"{count.Results.Count}: {grades}; {count.Outcome("no-result")} {count.Outcome("pending")} {count.Outcome("absent")} 0");
            if (count.Kind == "qualification")
            {
                foreach (var (number, award) in Of(centre, person => person.Awards.Where(award => award.Qualification == count.Code)))
                    facts.Say(number, count.Code, Words.Join(Screen.Outcome(award.Outcome), award.Total, "ums", award.Grade, award.IsPartial ? "#" : null));
            }
            else SayResults(facts, centre, count.Code);
        }
    }

    /// <summary>What nobody at the centre sat in this series (it counts from an earlier one) is passed over.</summary>
    public static async Task<Facts> Actual(CentreClient client)
    {
        var facts = new Facts();
        foreach (var listed in (await client.Get("assessments")).EnumerateArray().Where(listed => listed.GetProperty("centre").GetProperty("total").GetInt32() > 0))
        {
            var code = Screen.Text(listed, "code")!;
            var shown = await client.Get($"assessments/{code}");
            Assert.False(shown.TryGetProperty("boundaries", out var boundaries) && boundaries.ValueKind != JsonValueKind.Null, $"{code} shows its boundaries before candidate release.");
            facts.Say(Facts.All, $"{code} listed", Words.Join(Screen.Text(listed, "kind"), Screen.Text(listed, "title"), Counts(listed)));
            facts.Say(Facts.All, code, Words.Join(Screen.Text(shown, "kind"), Screen.Text(shown, "title"), Counts(shown)));
            foreach (var result in shown.GetProperty("candidates").EnumerateArray())
                facts.Say(Screen.Text(result, "number")!, code, Words.Join(Screen.Text(result, "outcome"), Screen.Text(result, "mark"), "ums", Screen.Text(result, "ums"), Screen.Text(result, "grade"), Screen.Partial(result)));
        }

        return facts;
    }

    private static void SayComponent(Facts facts, ExpectedCentre centre, string code)
    {
        var results = centre.Candidates.SelectMany(person => person.Results.Assessments).Where(result => result.Assessment == code).Select(result => result.Outcome).ToList();
        // A component's own boundaries are notional: it has a mark and no grade.
        var grades = string.Join(", ", centre.Series.Grades(code).Select(grade => $"{grade} 0 0"));
        SayCounts(facts, centre.Series, "component", code,
            $"{results.Count}: {grades}; {results.Count(one => one == "no-result")} {results.Count(one => one == "pending")} {results.Count(one => one == "absent")} {results.Count(one => one == "graded")}");
        SayResults(facts, centre, code);
    }

    private static void SayCounts(Facts facts, ExpectedSeries series, string kind, string code, string counts)
    {
        facts.Say(Facts.All, $"{code} listed", $"{kind} {series.TitleOf(code)} {counts}");
        facts.Say(Facts.All, code, $"{kind} {series.TitleOf(code)} {counts}");
    }

    private static void SayResults(Facts facts, ExpectedCentre centre, string code)
    {
        foreach (var (number, result) in Of(centre, person => person.Assessments.Where(result => result.Assessment == code)))
            facts.Say(number, code, Words.Join(Screen.Outcome(result.Outcome), result.RawMark, "ums", result.Ums, result.Grade, result.IsPartial ? "#" : null));
    }

    private static IEnumerable<(string Number, T Result)> Of<T>(ExpectedCentre centre, Func<ExpectedCandidate, IEnumerable<T>> results)
        => centre.Candidates.SelectMany(person => results(person.Results), (person, result) => (person.Number, result));

    private static string Counts(JsonElement element)
    {
        var counts = element.GetProperty("centre");
        var grades = string.Join(", ", counts.GetProperty("grades").EnumerateArray().Select(grade => $"{Screen.Text(grade, "grade")} {Screen.Text(grade, "count")} {Screen.Text(grade, "cumulative")}"));
        return $"{Screen.Text(counts, "total")}: {grades}; {Screen.Text(counts, "noResult")} {Screen.Text(counts, "pending")} {Screen.Text(counts, "absent")} {Screen.Text(counts, "ungraded")}";
    }
}
