using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Awarding.Aggregation;

/// <summary>How long ago a series was. Its code has two digits of the year, so it is read as one of the hundred years before the certification series.</summary>
internal static class SeriesAge
{
    private const string Months = "123456789ABC";

    /// <summary>Months between two series; 0 within the same month.</summary>
    public static int InMonths(SeriesCode earlier, SeriesCode certification)
    {
        const int century = 100 * 12;
        return ((Month(certification) - Month(earlier)) % century + century) % century;
    }

    private static int Month(SeriesCode series)
    {
        var text = series.ToString();
        return (((text[2] - '0') * 10) + text[3] - '0') * 12 + Months.IndexOf(text[0], StringComparison.Ordinal);
    }
}
