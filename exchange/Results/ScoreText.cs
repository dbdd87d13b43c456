using System.Globalization;

namespace ResultsGrid.Exchange.Results;

/// <summary>A score or weighted mark as documents write it: exact, and 60.00 like 60.</summary>
public static class ScoreText
{
    private const string Exact = "0.############################";

    public static string Of(decimal score) => score.ToString(Exact, CultureInfo.InvariantCulture);
}
