using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Exchange.SeriesFiles.Entries;

/// <summary>The order of series in time.</summary>
internal static class SeriesChronology
{
    private const string Months = "123456789ABC";

    /// <summary>Year and month; series of different letters in one month are of one time. Years are of this century.</summary>
    public static (int Year, int Month) Chronology(this SeriesCode series)
    {
        var code = series.ToString();
        return (2000 + (10 * (code[2] - '0')) + code[3] - '0', 1 + Months.IndexOf(code[0], StringComparison.Ordinal));
    }
}
