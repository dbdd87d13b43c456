using System.Globalization;
using ResultsGrid.Exchange.Csv;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Summaries;

/// <summary>The summary for a spreadsheet: a line for each grade of each qualification and unit, then for No Result, Pending and Absent.</summary>
public static class SummaryCsv
{
    private static readonly string[] Header =
    [
        "series", "centre_number", "kind", "code", "title", "entries", "grade", "count", "cumulative_count", "cumulative_percent", "notice",
    ];

    /// <returns>UTF-8 CSV. What is not cumulated has blank cumulative columns; notice is blank in a real series.</returns>
    /// <exception cref="ArgumentException">There is no candidate.</exception>
    /// <exception cref="InvalidDataException">A result lacks its specification; the message names it.</exception>
    public static byte[] Render(CentreResults results)
        => CsvDocument.Write(Header, ResultsSummary.Of(results).Entries.SelectMany(entry => Lines(results, entry)));

    private static IEnumerable<string[]> Lines(CentreResults results, SummaryEntry entry)
    {
        string[] start = [results.Series.ToString(), results.Centre.ToString(), entry.Kind, entry.Code, entry.Title, Figure(entry.Entries)];
        var notice = results.Notice ?? "";
        foreach (var grade in entry.Grades)
            yield return [.. start, grade.Grade, Figure(grade.Count), Figure(grade.Cumulative), grade.CumulativePercent?.ToString("0.0", CultureInfo.InvariantCulture) ?? "", notice];
        yield return [.. start, "No Result", Figure(entry.NoResult), "", "", notice];
        yield return [.. start, "Pending", Figure(entry.Pending), "", "", notice];
        yield return [.. start, "Absent", Figure(entry.Absent), "", "", notice];
        yield return [.. start, "#", Figure(entry.PartlyAbsent), "", "", notice];
    }

    private static string Figure(int figure) => figure.ToString(CultureInfo.InvariantCulture);
}
