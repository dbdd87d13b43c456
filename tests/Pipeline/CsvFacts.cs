using System.Text;
using ResultsGrid.Tests.Oracle;
using Row = System.Collections.Generic.Dictionary<string, string>;

namespace ResultsGrid.Tests.Pipeline;

/// <summary>What the CSV documents have in common.</summary>
internal static class CsvFacts
{
    public static IEnumerable<Row> Read(byte[] file)
    {
        using var reader = new StreamReader(new MemoryStream(file), Encoding.UTF8);
        foreach (var row in Rows.Of(reader, "CSV document")) yield return row;
    }

    /// <summary>As a spreadsheet is to take it: text, where it could be a formula.</summary>
    public static string Safe(string text) => text is ['=' or '+' or '-' or '@', ..] ? $"'{text}" : text;
}
