using ResultsGrid.Exchange.Csv;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Marks;

/// <summary>The table of marks as CSV.</summary>
public static class MarksCsv
{
    /// <exception cref="InvalidDataException">A result lacks its specification; the message names it.</exception>
    public static byte[] Render(CentreResults results) => CsvDocument.Write(MarksTable.Of(results));
}
