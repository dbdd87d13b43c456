using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;

namespace ResultsGrid.Tests.Formats;

/// <summary>A judge of a spreadsheet that we did not write: LibreOffice opens it and says what its cells are.</summary>
internal static class LibreOffice
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    /// <summary>The cells of a workbook's only sheet, row by row.</summary>
    public static List<List<OpenedCell>> Open(byte[] xlsx)
    {
        var document = Converted(xlsx);
        var sheet = Assert.Single(document.Descendants(Table + "table"));
        var rows = sheet.Descendants(Table + "table-row").Select(row => row.Elements().SelectMany(Cells).ToList()).ToList();
        foreach (var row in rows) row.RemoveRange(row.FindLastIndex(cell => cell.Kind is not null) + 1, row.Count - row.FindLastIndex(cell => cell.Kind is not null) - 1);
        return [.. rows.Where(row => row.Count > 0)];
    }

    private static IEnumerable<OpenedCell> Cells(XElement cell)
    {
        var kind = cell.Attribute(Office + "value-type")?.Value;
        var text = string.Join('\n', cell.Elements(Text + "p").Select(Written));
        var repeated = int.Parse(cell.Attribute(Table + "number-columns-repeated")?.Value ?? "1", CultureInfo.InvariantCulture);
        // Blank cells fill every row up to the last column that there could be.
        return Enumerable.Repeat(new OpenedCell(kind, kind == "float" ? cell.Attribute(Office + "value")!.Value : text, text), kind is null ? Math.Min(repeated, 1_000) : repeated);
    }

    /// <summary>Runs of spaces are elements of their own.</summary>
    private static string Written(XElement paragraph) => string.Concat(paragraph.DescendantNodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement element when element.Name == Text + "s" => new string(' ', int.Parse(element.Attribute(Text + "c")?.Value ?? "1", CultureInfo.InvariantCulture)),
        _ => "",
    }));

    /// <summary>As flat OpenDocument, which names each cell's type.</summary>
    private static XDocument Converted(byte[] xlsx)
    {
        var folder = Directory.CreateTempSubdirectory("spreadsheet");
        try
        {
            var file = Path.Combine(folder.FullName, "table.xlsx");
            File.WriteAllBytes(file, xlsx);
            var start = new ProcessStartInfo("soffice") { RedirectStandardOutput = true, RedirectStandardError = true };
            // A profile of its own: two LibreOffices of one profile do not run side by side.
            foreach (var argument in new[] { $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", "fods", "--outdir", folder.FullName, file })
                start.ArgumentList.Add(argument);
            using var process = Start(start);
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            Assert.True(process.WaitForExit(Patience), $"LibreOffice took longer than {Patience}.");
            var opened = Path.ChangeExtension(file, ".fods");
            Assert.True(File.Exists(opened), $"LibreOffice did not open it: {output.Result} {errors.Result}");
            return XDocument.Load(opened);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("These tests need soffice, which is not installed: apt-get install libreoffice-calc.", missing);
        }
    }
}

/// <summary>A cell as a spreadsheet program opened it.</summary>
/// <param name="Kind">string, float (any number), date, percentage and so on; null where it is blank.</param>
/// <param name="Value">The text, or the number behind what is shown.</param>
/// <param name="Shown">What a person sees.</param>
internal sealed record OpenedCell(string? Kind, string Value, string Shown);
