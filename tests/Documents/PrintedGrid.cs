using System.Globalization;
using System.Xml.Linq;

namespace ResultsGrid.Tests.Documents;

/// <summary>A part of a grid as it stands on one page: what another tool reads in each cell, by where the words are.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Title">The heading up to its first comma.</param>
/// <param name="Cells">By candidate number and code; empty cells are left out.</param>
internal sealed record PrintedGrid(int Page, string Title, IReadOnlyList<string> Codes, IReadOnlyList<PrintedRow> Rows, IReadOnlyDictionary<(string Number, string Code), PrintedCell> Cells)
{
    private const string FirstHeader = "No.";

    /// <summary>A word in the fallback typeface begins higher than the others of its line, by less than this, in points.</summary>
    private const double HigherLetters = 2;

    /// <summary>Up to the end of the grids; the lists of candidates and codes follow.</summary>
    public static IReadOnlyList<PrintedGrid> Of(byte[] pdf)
    {
        List<PrintedGrid> grids = [];
        foreach (var (index, page) in XDocument.Parse(PdfTool.Boxes(pdf)).Descendants().Where(element => element.Name.LocalName == "page").Index())
        {
            var words = page.Elements().Select(PrintedWord.Of).OrderBy(word => word.Top).ThenBy(word => word.Left).ToList();
            var lines = words.GroupBy(word => word.Top).Select(line => line.ToList()).ToList();
            var foot = lines[^1][0].Top;
            var headers = lines.Index().Where(line => line.Item[0].Text == FirstHeader).Select(line => line.Index).ToList();
            foreach (var (header, next) in headers.Zip(headers.Skip(1).Select(header => lines[header - 1][0].Top).Append(foot)))
            {
                var heading = string.Join(' ', lines[header - 1].Select(word => word.Text).TakeWhile(word => word != "rows")).TrimEnd(',');
                if (heading == "Candidates") return grids;
                grids.Add(Read(index + 1, words.Where(word => word.Top < next - HigherLetters), lines[header], heading));
            }
        }

        return grids;
    }

    private static PrintedGrid Read(int page, IEnumerable<PrintedWord> words, List<PrintedWord> headers, string title)
    {
        // The rules between columns stand where the headers begin, less the cell's padding.
        var body = words.Where(word => word.Top > headers[0].Top + HigherLetters).ToList();
        var rows = body.Where(word => word.Left == headers[0].Left).Select(word => (Number: word.Text, word.Top)).ToList();
        var names = new Dictionary<string, List<PrintedWord>>();
        var cells = new Dictionary<(string, string), List<PrintedWord>>();
        foreach (var word in body)
        {
            var number = rows.Last(row => row.Top <= word.Top + HigherLetters).Number;
            var column = headers.FindLastIndex(one => one.Left <= word.Left + 0.1);
            if (column == 1) Add(names, number, word);
            else if (column > 1) Add(cells, (number, headers[column].Text), word);
        }

        return new PrintedGrid(
            page, title, [.. headers.Skip(2).Select(one => one.Text)], [.. rows.Select(row => new PrintedRow(row.Number, Text(names[row.Number])))],
            cells.ToDictionary(cell => cell.Key, cell => new PrintedCell(Text(cell.Value), Area(cell.Key))));

        static void Add<TKey>(Dictionary<TKey, List<PrintedWord>> texts, TKey key, PrintedWord word)
            where TKey : notnull
        {
            if (!texts.TryGetValue(key, out var text)) texts[key] = text = [];
            text.Add(word);
        }

        static string Text(IEnumerable<PrintedWord> text) => string.Join(' ', text.Select(word => word.Text));

        PrintedArea Area((string Number, string Code) cell)
        {
            var column = headers.FindIndex(one => one.Text == cell.Code);
            var row = rows.FindIndex(one => one.Number == cell.Number);
            var right = column + 1 < headers.Count ? headers[column + 1].Left - 4 : double.PositiveInfinity;
            var bottom = row + 1 < rows.Count ? rows[row + 1].Top - 2 : double.PositiveInfinity;
            return new PrintedArea(headers[column].Left - 4, rows[row].Top - 2, right, bottom);
        }
    }
}

/// <param name="Name">With a space wherever it is broken.</param>
internal sealed record PrintedRow(string Number, string Name);

/// <param name="Text">Its words, a space between.</param>
internal sealed record PrintedCell(string Text, PrintedArea Area);

/// <summary>In points from the top left corner; without end in the last column and row.</summary>
internal sealed record PrintedArea(double Left, double Top, double Right, double Bottom);

/// <summary>A word and its place in points from the top left corner.</summary>
internal sealed record PrintedWord(string Text, double Left, double Top)
{
    public static PrintedWord Of(XElement word) => new(word.Value, Place(word, "xMin"), Place(word, "yMin"));

    private static double Place(XElement word, string edge) => double.Parse(word.Attribute(edge)!.Value, CultureInfo.InvariantCulture);
}
