using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace ResultsGrid.Exchange.Csv;

/// <summary>Writes a table as a CSV document that a spreadsheet opens without running anything in it.</summary>
/// <remarks>UTF-8 with a byte order mark (spreadsheets need it for names with diacritics), CRLF, RFC 4180 quoting.</remarks>
public static class CsvDocument
{
    /// <summary>A field that starts with = + - @, a tab or a carriage return gets an apostrophe in front, so that no spreadsheet takes it for a formula.</summary>
    public static byte[] Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(rows);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            NewLine = "\r\n",
            InjectionOptions = InjectionOptions.Escape,
            InjectionEscapeCharacter = '\'',
        };
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(text, configuration))
        {
            WriteRow(csv, header);
            foreach (var row in rows) WriteRow(csv, row);
        }

        return bytes.ToArray();
    }

    private static void WriteRow(CsvWriter csv, IReadOnlyList<string> row)
    {
        foreach (var field in row) csv.WriteField(field);
        csv.NextRecord();
    }
}
