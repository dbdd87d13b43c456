using ResultsGrid.Exchange.Csv;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Broadsheets;

/// <summary>The broadsheet as CSV.</summary>
public static class BroadsheetCsv
{
    /// <exception cref="ArgumentException">There is no candidate.</exception>
    /// <exception cref="InvalidDataException">A result lacks its specification; the message names it.</exception>
    public static byte[] Render(CentreResults results) => CsvDocument.Write(BroadsheetTable.Of(results));
}
