using System.Globalization;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Exchange.Tables;

namespace ResultsGrid.Exchange.Summaries;

/// <summary>The summary as a table: a line for each grade of each qualification and unit, then for No Result, Pending and Absent.</summary>
public static class SummaryTable
{
    private static readonly DocumentColumn[] Columns =
    [
        .. DocumentColumn.Texts("series", "centre_number", "kind", "code", "title"),
        new("entries", ColumnKind.Number), new("grade"), new("count", ColumnKind.Number), new("cumulative_count", ColumnKind.Number),
        new("cumulative_percent", ColumnKind.Percent), new("notice"),
    ];

    /// <returns>What is not cumulated has blank cumulative columns; notice is blank in a real series.</returns>
    /// <exception cref="ArgumentException">There is no candidate.</exception>
    /// <exception cref="InvalidDataException">A result lacks its specification; the message names it.</exception>
    public static DocumentTable Of(CentreResults results)
        => new("Summary", Columns, [.. ResultsSummary.Of(results).Entries.SelectMany(entry => Lines(results, entry))]);

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
