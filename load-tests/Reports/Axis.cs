namespace ResultsGrid.LoadTests.Reports;

/// <summary>Where an axis ends and is marked.</summary>
internal static class Axis
{
    private const int MostTicks = 12;
    private const int LongestStep = 600;

    private static readonly int[] Digits = [1, 2, 4, 8, 10];
    private static readonly int[] Steps = [1, 2, 5, 10, 20, 30, 60, 120, 300];

    /// <summary>The next of 1, 2, 4 or 8 times a power of ten.</summary>
    public static double Ceiling(double value)
    {
        if (value <= 0) return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return Digits.Select(digit => digit * power).First(end => end >= value * 0.999_999);
    }

    /// <summary>Whole seconds, evenly.</summary>
    public static IEnumerable<int> Ticks(double from, double to)
    {
        var every = Steps.FirstOrDefault(step => (to - from) / step <= MostTicks, LongestStep);
        for (var tick = (int)Math.Ceiling(from / every) * every; tick <= to; tick += every) yield return tick;
    }
}
