using System.Text.RegularExpressions;

namespace ResultsGrid.Tests.Pipeline;

/// <summary>The printed broadsheet: a row a candidate, of several lines where its cells are full; then what the codes mean.</summary>
internal static partial class BroadsheetPdfFacts
{
    public static Facts Expected(ExpectedCentre centre)
    {
        var facts = new Facts();
        var series = centre.Series;
        foreach (var person in centre.Candidates)
        {
            facts.Say(person.Number, "candidate", $"{person.Uci} {person.DateOfBirth:dd/MM/yyyy}");
            foreach (var award in person.Results.Awards)
                facts.Say(person.Number, award.Qualification, Words.Join(award.Option, Words.Of(award), award.Total, award.Endorsement));
            foreach (var unit in person.Results.Assessments.Where(unit => series.IsUnit(unit.Assessment)))
                facts.Say(person.Number, unit.Assessment, Words.Join(Words.Of(unit), unit.Ums));
        }

        foreach (var count in centre.Counts())
            facts.Say(Facts.All, count.Code, $"{(count.Kind == "unit" ? series.MaximumUms(count.Code) : series.MaximumTotal(count.Code))}");
        return facts;
    }

    public static Facts Actual(string[] pages, ExpectedSeries series)
    {
        var read = new Facts();
        var (number, explains) = (Facts.All, false);
        var entries = new Dictionary<string, List<(string Code, string Text)>>();
        foreach (var line in pages.SelectMany(page => page.Split('\n')))
        {
            explains |= line.Trim() is "Qualification codes" or "Unit codes";
            if (explains)
            {
                var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (words.Length > 1 && series.IsCode(words[0]) && entries.Values.Any(row => row.Any(entry => entry.Code == words[0]))) read.Say(Facts.All, words[0], words[^1]);
                continue;
            }

            if (Start().Match(line) is { Success: true } start)
            {
                number = start.Groups[1].Value;
                entries[number] = [("candidate", $"{start.Groups[2].Value} {start.Groups[3].Value}")];
            }

            if (number != Facts.All) entries[number].AddRange(Entries(line, series));
        }

        // A line has the ends of two cells, so what a row says is put in the order of its codes: qualifications, then units.
        var facts = new Facts();
        foreach (var (candidate, row) in entries)
            foreach (var (code, text) in row.OrderBy(entry => entry.Code == "candidate" ? 0 : series.Contributions.Contains(entry.Code) ? 1 : 2))
                facts.Say(candidate, code, text);
        facts.SayAll(read);
        return facts;
    }

    /// <summary>The results in a line: each a code and what stands behind it, up to the next one or the next column.</summary>
    private static IEnumerable<(string Code, string Text)> Entries(string line, ExpectedSeries series)
    {
        var codes = Code().Matches(line).Where(match => series.IsCode(match.Value)).ToList();
        for (var index = 0; index < codes.Count; index++)
        {
            var end = index + 1 < codes.Count ? codes[index + 1].Index : line.Length;
            var text = line[(codes[index].Index + codes[index].Length)..end].Split(';')[0];
            yield return (codes[index].Value, Words.Join([.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)]));
        }
    }

    [GeneratedRegex(@"^\s*([0-9]{4})\s.*\s([0-9]{5}[0-9A-Z][0-9]{6}[A-Z])\s+([0-9]{2}/[0-9]{2}/[0-9]{4})")]
    private static partial Regex Start();

    [GeneratedRegex("(?<![A-Z0-9])[A-Z0-9]{2,10}(?![A-Z0-9])")]
    private static partial Regex Code();
}
