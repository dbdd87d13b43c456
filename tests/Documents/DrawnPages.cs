using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ResultsGrid.Tests.Documents;

/// <summary>What a document shows and where, as other tools read it: every word and every filled rectangle with its place, then its structure and bookmarks.</summary>
/// <remarks>Points from the top left corner, to a tenth: what no reader would see makes no difference.</remarks>
internal static partial class DrawnPages
{
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    public static string Of(byte[] pdf)
    {
        var drawn = new StringBuilder();
        foreach (var page in XDocument.Parse(PdfTool.Boxes(pdf)).Descendants(Xhtml + "page")) Append(drawn, page);
        foreach (var line in PdfTool.Unpacked(pdf).Split('\n').Where(line => Rectangle().IsMatch(line) || Contents().IsMatch(line))) drawn.AppendLine(line);
        drawn.AppendLine(PdfTool.Structure(pdf).TrimEnd());
        using var outlines = JsonDocument.Parse(PdfTool.Outlines(pdf));
        foreach (var bookmark in outlines.RootElement.GetProperty("outlines").EnumerateArray())
            drawn.AppendLine(CultureInfo.InvariantCulture, $"bookmark {bookmark.GetProperty("title")} to page {bookmark.GetProperty("destpageposfrom1")}");
        return drawn.ToString().ReplaceLineEndings("\n");
    }

    private static void Append(StringBuilder drawn, XElement page)
    {
        drawn.AppendLine(CultureInfo.InvariantCulture, $"page {Place(page, "width")} x {Place(page, "height")}");
        foreach (var line in page.Descendants(Xhtml + "word").GroupAdjacent(word => Place(word, "yMin")))
        {
            var words = line.Words.Select(word => $"{Place(word, "xMin")} {word.Value}");
            drawn.AppendLine(CultureInfo.InvariantCulture, $"  {line.Top}-{Place(line.Words[0], "yMax")}: {string.Join(' ', words)} {Place(line.Words[^1], "xMax")}");
        }
    }

    private static IEnumerable<(string Top, List<XElement> Words)> GroupAdjacent(this IEnumerable<XElement> words, Func<XElement, string> top)
    {
        (string Top, List<XElement> Words)? line = null;
        foreach (var word in words)
        {
            if (line is { } open && open.Top == top(word))
            {
                open.Words.Add(word);
                continue;
            }

            if (line is { } done) yield return done;
            line = (top(word), [word]);
        }

        if (line is { } last) yield return last;
    }

    private static string Place(XElement element, string name)
        => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture).ToString("F1", CultureInfo.InvariantCulture);

    [GeneratedRegex(" re f Q$")]
    private static partial Regex Rectangle();

    [GeneratedRegex("^%% Contents for page ")]
    private static partial Regex Contents();
}
