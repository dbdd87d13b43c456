using CsvHelper;
using ResultsGrid.Exchange.Tables;

namespace ResultsGrid.Exchange.Csv;

/// <summary>Writes a table as a CSV document that a spreadsheet opens without running anything in it.</summary>
/// <remarks>UTF-8 with a byte order mark (spreadsheets need it for names with diacritics), CRLF, RFC 4180 quoting.</remarks>
public static class CsvDocument
{
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with
    {
        WriteByteOrderMark = true,
        Injection = CsvInjection.Escape,
    };

    /// <summary>A field that a spreadsheet would take for a formula (it starts with = + - @, a tab or a carriage return) gets an apostrophe in front.</summary>
    public static byte[] Write(DocumentTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Options, leaveOpen: true))
        {
            csv.WriteRecord([.. table.Columns.Select(column => column.Name)]);
            foreach (var row in table.Rows) csv.WriteRecord(row);
        }

        return bytes.ToArray();
    }
}
