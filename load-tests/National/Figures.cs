using System.Globalization;

namespace ResultsGrid.LoadTests.National;

/// <summary>Figures as every table prints them.</summary>
internal static class Figures
{
    public static string Show(double value, int decimals = 0) => value.ToString($"N{decimals}", CultureInfo.InvariantCulture);
}
