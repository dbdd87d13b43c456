using System.Text.RegularExpressions;
using ResultsGrid.Tests.Documents;

namespace ResultsGrid.Tests.Pipeline;

/// <summary>The printed broadsheet: grids with a row a candidate and a column a code; then who the candidates are and what the codes mean.</summary>
internal static partial class BroadsheetPdfFacts
{
    private const string Grades = "Grades";
    private const string Totals = "Total marks and endorsements";
    private const string Units = "Unit grades and uniform marks";
    private static readonly string[] OneOrder = [" by candidate number"];
    private static readonly string[] BothOrders = [.. OneOrder, " by name"];

    public static Facts Expected(ExpectedCentre centre)
    {
        var facts = new Facts();
        var series = centre.Series;
        foreach (var person in centre.Candidates)
        {
            facts.Say(person.Number, "candidate", $"{person.Uci} {person.DateOfBirth:dd/MM/yyyy}");
            List<(string Cell, string Text)> cells = [];
            foreach (var award in person.Results.Awards)
            {
                cells.AddRange(BothOrders.Select(order => ($"{Grades}{order} {award.Qualification}", Words.Of(award))));
                cells.AddRange(OneOrder.Select(order => ($"{Totals}{order} {award.Qualification}", Words.Join(award.Total, award.Endorsement))));
            }

            foreach (var unit in person.Results.Assessments.Where(unit => series.IsUnit(unit.Assessment)))
                cells.AddRange(BothOrders.Select(order => ($"{Units}{order} {unit.Assessment}", Words.Join(Words.Of(unit), unit.Ums))));
            foreach (var (cell, text) in cells.Where(cell => cell.Text.Length > 0).OrderBy(cell => cell.Cell, StringComparer.Ordinal)) facts.Say(person.Number, cell, text);
        }

        foreach (var count in centre.Counts())
            facts.Say(Facts.All, count.Code, $"{(count.Kind == "unit" ? series.MaximumUms(count.Code) : series.MaximumTotal(count.Code))}");
        return facts;
    }

    public static Facts Actual(byte[] pdf, ExpectedSeries series)
    {
        var cells = PrintedGrid.Of(pdf).SelectMany(grid => grid.Cells.Select(cell => (cell.Key.Number, Cell: $"{grid.Title} {cell.Key.Code}", cell.Value.Text))).ToLookup(cell => cell.Number);
        var (facts, codes, explains) = (new Facts(), new Facts(), false);
        foreach (var line in PdfTool.LaidOut(pdf).SelectMany(page => page.Split('\n')))
        {
            explains |= line.Trim() is "Qualification codes" or "Unit codes";
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (explains && words.Length > 1 && series.IsCode(words[0])) codes.Say(Facts.All, words[0], words[^1]);
            if (explains || Candidate().Match(line) is not { Success: true } candidate) continue;
            var number = candidate.Groups[1].Value;
            facts.Say(number, "candidate", $"{candidate.Groups[2].Value} {candidate.Groups[3].Value}");
            foreach (var cell in cells[number].OrderBy(cell => cell.Cell, StringComparer.Ordinal)) facts.Say(number, cell.Cell, cell.Text);
        }

        facts.SayAll(codes);
        return facts;
    }

    [GeneratedRegex(@"^\s*([0-9]{4})\s.*\s([0-9]{5}[0-9A-Z][0-9]{6}[A-Z])\s+([0-9]{2}/[0-9]{2}/[0-9]{4})$")]
    private static partial Regex Candidate();
}
