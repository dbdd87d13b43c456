using ResultsGrid.Exchange.Csv;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Summaries;

/// <summary>The summary as CSV.</summary>
public static class SummaryCsv
{
    /// <exception cref="ArgumentException">There is no candidate.</exception>
    /// <exception cref="InvalidDataException">A result lacks its specification; the message names it.</exception>
    public static byte[] Render(CentreResults results) => CsvDocument.Write(SummaryTable.Of(results));
}
