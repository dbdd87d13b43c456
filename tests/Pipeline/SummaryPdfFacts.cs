using System.Text.RegularExpressions;

namespace ResultsGrid.Tests.Pipeline;

/// <summary>The printed summary, read from its lines: a heading, a sentence of counts, a table with its grades across or down.</summary>
internal static partial class SummaryPdfFacts
{
    public static Facts Expected(ExpectedCentre centre)
    {
        var facts = new Facts();
        foreach (var count in centre.Counts())
        {
            facts.Say(Facts.All, count.Code,
                $"{count.Kind} {count.Results.Count} {count.Graded} {count.Partial} {count.Outcome("no-result")} {count.Outcome("pending")} {count.Outcome("absent")}");
            foreach (var grade in count.Grades) facts.Say(Facts.All, $"{count.Code} {grade}", $"{count.Of(grade)} {count.UpTo(grade)} {count.PercentUpTo(grade) ?? "-"}");
        }

        return facts;
    }

    public static Facts Actual(string[] pages, ExpectedSeries series)
    {
        var facts = new Facts();
        var (code, sentence) = ("", "");
        string[] grades = [], counts = [], cumulative = [];
        var isDown = false;
        foreach (var line in pages.SelectMany(page => page.Split('\n')).Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (series.IsCode(words[0]))
            {
                (code, sentence, isDown) = (words[0], "", false);
            }
            else if (line.StartsWith("Grade ", StringComparison.Ordinal) && line.EndsWith("Cumulative %", StringComparison.Ordinal)) isDown = true;
            else if (isDown && Row().Match(line) is { Success: true } row && series.Grades(code).Contains(row.Groups[1].Value))
                facts.Say(Facts.All, $"{code} {row.Groups[1].Value}", string.Join(' ', row.Groups.Values.Skip(2).Select(group => group.Value)));
            else if (line.StartsWith("Cumulative %", StringComparison.Ordinal))
            {
                Assert.Equal((grades.Length, grades.Length, grades.Length), (counts.Length, cumulative.Length, words.Length - 2));
                for (var index = 0; index < grades.Length; index++) facts.Say(Facts.All, $"{code} {grades[index]}", $"{counts[index]} {cumulative[index]} {words[index + 2]}");
            }
            else if (words[0] == "Grade") grades = words[1..];
            else if (words[0] == "Candidates") counts = words[1..];
            else if (words[0] == "Cumulative") cumulative = words[1..];
            else if (sentence.Length > 0 || words[0] == "Entries")
            {
                sentence += $" {line}";
                if (Sentence().Match(sentence) is not { Success: true } match) continue;
                facts.Say(Facts.All, code, string.Join(' ', match.Groups.Values.Skip(1).Select(group => group.Value)));
                sentence = "";
            }
        }

        return facts;
    }

    [GeneratedRegex(@"^(\S.*?)\s\s+(\d+)\s+(\d+)\s+([0-9.]+|-)$")]
    private static partial Regex Row();

    [GeneratedRegex(@"Entries for this (\w+): (\d+)\. Graded: (\d+), of these with work missing \(#\): (\d+)\. No Result: (\d+)\. Pending: (\d+)\. Absent: (\d+)\.")]
    private static partial Regex Sentence();
}
