using System.Text.RegularExpressions;
using ResultsGrid.Tests.Oracle;

namespace ResultsGrid.Tests.Pipeline;

/// <summary>Statements of results, read line by line as they are laid out.</summary>
internal static partial class StatementFacts
{
    /// <summary>Of a row's code, in characters; the wrapped lines of a title, where a reason may name a unit, stand further right.</summary>
    private const int MaxIndent = 4;

    public static Facts Expected(ExpectedCentre centre)
    {
        var facts = new Facts();
        foreach (var person in centre.Candidates) Say(facts, centre, person);
        return facts;
    }

    public static Facts Expected(ExpectedCentre centre, ExpectedPerson person)
    {
        var facts = new Facts();
        Say(facts, centre, person);
        return facts;
    }

    /// <summary>Earlier results that counted are held to the package's; the other facts are compared by the caller.</summary>
    public static Facts Actual(string[] pages, ExpectedCentre centre)
    {
        var facts = new Facts();
        var section = "";
        foreach (var page in pages)
        {
            var title = RunningTitle().Match(page);
            var number = title.Success ? title.Groups[2].Value : "(nobody)";
            if (page.Contains("Statement of results", StringComparison.Ordinal)) facts.Say(number, "candidate", Identity(page));
            facts.SayOnce(number, "every page", Words.Join(title.Groups[1].Value, page.Contains(centre.Series.Notice, StringComparison.Ordinal) ? centre.Series.Notice : null));
            foreach (var line in page.Split('\n').Where(line => line.Length - line.TrimStart().Length <= MaxIndent).Select(line => line.Trim()))
            {
                if (Heading().IsMatch(line)) section = line.Split(' ')[0];
                else if (Row(line, section, centre.Series) is var (code, text)) facts.Say(number, code, text);
            }

            foreach (var stray in Strays(page, number, centre)) facts.Say(number, stray, "a code that is not the candidate's");
        }

        return facts;
    }

    private static void Say(Facts facts, ExpectedCentre centre, ExpectedPerson person)
    {
        var series = centre.Series;
        facts.Say(person.Number, "candidate", Words.Join(
            Squeeze(person.Name), person.Number, $"{person.DateOfBirth:d MMMM yyyy}", person.Uci, person.Row["uln"], centre.Number));
        facts.Say(person.Number, "every page", $"{series.Code}, centre {centre.Number} {series.Notice}");
        foreach (var award in person.Results.Awards)
        {
            facts.Say(person.Number, award.Qualification,
                $"{Words.Of(award)} {award.Endorsement ?? "-"} {(award.Total is { } total ? $"{total} {series.MaximumTotal(award.Qualification)}" : "- -")}");
        }

        foreach (var result in person.Results.Assessments.OrderBy(result => series.IsUnit(result.Assessment) ? 0 : 1))
            facts.Say(person.Number, result.Assessment, Text(result, series));
    }

    private static string Text(ExpectedAssessment result, ExpectedSeries series)
        => !series.IsUnit(result.Assessment) ? Words.Of(result)
            : result.Ums is { } ums ? $"{Words.Of(result)} {ums} {series.MaximumUms(result.Assessment)}"
            : $"{Words.Of(result)} - -";

    private static (string Code, string Text)? Row(string line, string section, ExpectedSeries series)
    {
        if (line.Split(' ')[0] is not { Length: > 0 } code || !series.IsCode(code)) return null;
        var pattern = section switch { "Qualifications" => AwardRow(), "Units" => UnitRow(), "Components" => ComponentRow(), "Results" => EarlierRow(), _ => null };
        if (pattern?.Match(line) is not { Success: true } row) return (code, $"under {section}: {line}");
        if (section == "Results") return null;
        return (code, Words.Join([.. row.Groups.Values.Skip(1).Select(group => group.Value)]));
    }

    // A code of another's, or of an earlier result that the package does not have with this mark.
    private static IEnumerable<string> Strays(string page, string number, ExpectedCentre centre)
    {
        if (centre.Candidates.FirstOrDefault(person => person.Number == number) is not { } person) yield break;
        var own = person.Results.Assessments.Select(result => result.Assessment)
            .Concat(person.Results.Awards.SelectMany(award => centre.Series.Contributions[award.Qualification].Append(award.Qualification))).ToHashSet();
        foreach (var word in Word().Matches(page).Select(match => match.Value).Where(word => centre.Series.IsCode(word) && !own.Contains(word))) yield return word;
        foreach (var earlier in EarlierRow().Matches(page.Split("Results of earlier series that count")[^1]).Where(_ => page.Contains("Results of earlier series that count", StringComparison.Ordinal)))
        {
            var (code, series, ums) = (earlier.Groups[1].Value, earlier.Groups[2].Value, earlier.Groups[3].Value);
            if (!person.Earlier.Any(row => row["assessment_code"] == code && row["series"] == series && row["ums"] == ums)) yield return $"{code} {series} {ums}";
        }
    }

    private static string Identity(string page)
    {
        var lines = page.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        var detail = lines.FindIndex(line => line.StartsWith("Candidate number", StringComparison.Ordinal));
        var series = lines.FindIndex(line => Series().IsMatch(line));
        return Words.Join(
            Squeeze(string.Concat(lines[(series + 1)..detail])), Detail("Candidate number"), Detail("Date of birth"), Detail("UCI"), Detail("ULN"), Detail("Centre")?.Split(' ')[0]);

        string? Detail(string name) => lines.Skip(detail).Take(6).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..].Trim();
    }

    private static string Squeeze(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex("statement of results, (.+, centre [0-9]{5}), candidate ([0-9]{4})")]
    private static partial Regex RunningTitle();

    [GeneratedRegex(", series [1-9A-C][A-Z][0-9]{2}$")]
    private static partial Regex Series();

    [GeneratedRegex("^(Qualifications|Units taken in this series|Components|Results of earlier series that count|Notes)$")]
    private static partial Regex Heading();

    // pdftotext swallows the narrow space before # in some places.
    [GeneratedRegex(@"^\S+\s+.*?\s+(No Result|Pending|Near pass|Level [12] [A-Z][a-z]+\*?|[^\s#]+) ?(#?)\s+(P|D|M|NC|-)\s+([0-9]+|-)\s+([0-9]+|-)$")]
    private static partial Regex AwardRow();

    [GeneratedRegex(@"^\S+\s+.*?\s+(No Result|Pending|Near pass|Level [12] [A-Z][a-z]+\*?|[^\s#]+) ?(#?)\s+([0-9]+|-)\s+([0-9]+|-)$")]
    private static partial Regex UnitRow();

    [GeneratedRegex(@"^\S+\s.*?\s\s+(No Result|Pending|Absent|Marked) ?(#?)$")]
    private static partial Regex ComponentRow();

    [GeneratedRegex(@"^\s*([A-Z0-9]+)\s.*?\s([1-9A-C][A-Z][0-9]{2})\s+([0-9]+)\s+[0-9]+\s*$", RegexOptions.Multiline)]
    private static partial Regex EarlierRow();

    [GeneratedRegex("(?<![A-Z0-9])[A-Z0-9]{2,10}(?![A-Z0-9])")]
    private static partial Regex Word();
}
