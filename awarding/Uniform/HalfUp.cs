namespace ResultsGrid.Awarding.Uniform;

/// <summary>Rounding to the nearest whole, a half upwards, exactly (domain 4.2: 73.5 is printed as 74, 52.5 as 53).</summary>
internal static class HalfUp
{
    /// <summary>A quotient of whole numbers, neither of them negative.</summary>
    public static int Quotient(int dividend, int divisor) => (int)(((2L * dividend) + divisor) / (2L * divisor));

    public static int Percent(int share, int whole) => Quotient(share * whole, 100);

    public static int Whole(decimal value) => (int)Math.Floor(value + 0.5m);
}
