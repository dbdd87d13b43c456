using System.Globalization;
using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Rehearsal.Candidates;

/// <summary>The series before a series, in which units may have been taken.</summary>
internal static class EarlierSeries
{
    private const int Century = 2000;

    /// <summary>Four digits.</summary>
    public static int YearOf(SeriesCode series) => Century + int.Parse(series.ToString().AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <returns>Two, latest last: the same month a year before, and the June or January between.</returns>
    public static IReadOnlyList<string> Before(SeriesCode series)
    {
        var (month, letter) = (series.ToString()[0], series.ToString()[1]);
        var yearBefore = YearOf(series) - 1;
        return month == '1'
            ? [Code('1', letter, yearBefore), Code('6', letter, yearBefore)]
            : [Code(month, letter, yearBefore), Code('1', letter, yearBefore + 1)];
    }

    private static string Code(char month, char letter, int year)
        => string.Create(CultureInfo.InvariantCulture, $"{month}{letter}{(year + 100) % 100:00}");
}
