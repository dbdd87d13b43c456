using System.IO.Compression;
using System.Xml.Linq;

namespace ResultsGrid.Tests.Pipeline;

/// <summary>The rows of a spreadsheet, each by column name, taken from its sheet's XML the plain way.</summary>
internal static class XlsxFacts
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static IEnumerable<Dictionary<string, string>> Read(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var part = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        var rows = XDocument.Load(part, LoadOptions.PreserveWhitespace).Descendants(Sheet + "row").ToList();
        var header = rows[0].Elements(Sheet + "c").ToDictionary(ColumnOf, cell => cell.Value);
        foreach (var row in rows.Skip(1))
        {
            var cells = row.Elements(Sheet + "c").ToDictionary(ColumnOf, cell => cell.Value);
            yield return header.ToDictionary(column => column.Value, column => cells.GetValueOrDefault(column.Key, ""));
        }
    }

    /// <summary>AB of AB12.</summary>
    private static string ColumnOf(XElement cell) => cell.Attribute("r")!.Value.TrimEnd("0123456789".ToCharArray());
}
