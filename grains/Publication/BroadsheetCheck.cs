using ResultsGrid.Exchange.Broadsheets;
using ResultsGrid.Exchange.Pdf;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Grains.Publication;

/// <summary>Checks the printed broadsheet: in each of its grids every candidate in place, named, with every result.</summary>
internal static class BroadsheetCheck
{
    public static string? Refuse(byte[] document, CentreResults results)
    {
        var pages = PdfText.Extract(document);
        if (DocumentCheck.RefusePages(pages, results) is { } stray) return stray;
        var lines = pages.Select(page => page.Split('\n')).ToList();
        var grids = BroadsheetGrid.AllOf(Broadsheet.Of(results));
        return grids.Select(grid => Refuse(grid, [.. lines.SelectMany(page => PartsOf(grid, page, grids))])).FirstOrDefault(reason => reason is not null)
            ?? DocumentCheck.RefuseInOrder(pages, results, results.Candidates.OrderBy(candidate => candidate.Number).Select(candidate => candidate.Uci.ToString()));
    }

    /// <summary>The lines under the grid's heading on a page, up to whatever comes after the grid.</summary>
    private static IEnumerable<string[]> PartsOf(BroadsheetGrid grid, string[] page, IReadOnlyList<BroadsheetGrid> grids)
    {
        var heading = Array.FindIndex(page, line => IsHeading(line, grid));
        if (heading < 0) yield break;
        yield return [.. page.Skip(heading + 1).TakeWhile(line => line != BroadsheetPdf.CandidatesHeading && !line.StartsWith("ResultsGrid, ", StringComparison.Ordinal) && !grids.Any(other => IsHeading(line, other)))];
    }

    private static bool IsHeading(string line, BroadsheetGrid grid) => line.StartsWith($"{grid.Title}, rows ", StringComparison.Ordinal);

    private static string? Refuse(BroadsheetGrid grid, IReadOnlyList<string[]> parts)
    {
        var expected = grid.Rows.Select(row => new ExpectedRow(row)).ToList();
        var numbers = expected.Index().ToDictionary(row => row.Item.Number, row => row.Index);
        var found = expected.ConvertAll(_ => new List<string>());
        foreach (var part in parts)
        {
            var row = -1;
            for (var at = 0; at < part.Length; at++)
            {
                // The first row of a part may be any; each next one is the next candidate's.
                if (numbers.TryGetValue(part[at], out var next) && (row < 0 || next == row + 1) && at + 1 < part.Length && part[at + 1] == expected[next].Name) (row, at) = (next, at + 1);
                else if (row >= 0) found[row].Add(part[at]);
            }
        }

        var wrong = expected.Zip(found).FirstOrDefault(pair => !pair.First.Cells.SequenceEqual(pair.Second)).First;
        return wrong is null ? null : $"'{grid.Title}' does not say what candidate {wrong.Number} got.";
    }

    /// <summary>A row as it reads in the document: empty cells have no text.</summary>
    private sealed class ExpectedRow(BroadsheetGridRow row)
    {
        public string Number { get; } = row.Candidate.Number.ToString();

        public string Name { get; } = PdfText.Printed(row.Candidate.Name.ToString());

        public IReadOnlyList<string> Cells { get; } = [.. row.Cells.Where(cell => cell.Length > 0).Select(cell => PdfText.Printed(cell))];
    }
}
