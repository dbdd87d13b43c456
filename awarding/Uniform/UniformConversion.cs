using System.Runtime.CompilerServices;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Awarding.Uniform;

/// <summary>A unit's raw marks to uniform marks: straight lines between its conversion points, rounded half up (domain 4.2); of a unit with points by grade, the points of each mark's grade.</summary>
/// <remarks>Worked out once for every raw mark. A boundary's mark gives the boundary's uniform mark exactly.</remarks>
public sealed class UniformConversion
{
    /// <summary>A paper with more marks than this is a slip: maxima have three digits.</summary>
    public const int MaxMaximumMark = 9_999;

    // Keyed by the specification object: the table lives as long as it does.
    private static readonly ConditionalWeakTable<Assessment, UniformConversion> Known = [];

    private readonly int[] umsByRawMark;

    /// <exception cref="ArgumentException">The points do not rise; the message is <see cref="WhyNot"/>'s.</exception>
    public UniformConversion(IReadOnlyList<GradeBoundary> boundaries, UniformScale scale, int maximumMark)
    {
        if (WhyNot(boundaries, scale, maximumMark) is { } reason) throw new ArgumentException(reason);
        umsByRawMark = scale.IsByGrade ? ByGrade(boundaries, maximumMark) : ByLine(boundaries, scale, maximumMark);
    }

    /// <summary>The conversion of a unit of a series.</summary>
    /// <exception cref="ArgumentException">The assessment is no unit, or its scale is not in order.</exception>
    public static UniformConversion Of(Assessment unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return Known.GetValue(unit, Worked);
    }

    /// <summary>Why a unit cannot be converted: its points must lie within its maxima and rise from zero. Null where it can.</summary>
    public static string? WhyNot(IReadOnlyList<GradeBoundary> boundaries, UniformScale scale, int maximumMark)
    {
        ArgumentNullException.ThrowIfNull(boundaries);
        ArgumentNullException.ThrowIfNull(scale);
        return ConversionLine.WhyNot(boundaries, scale, maximumMark);
    }

    /// <summary>The uniform mark of a raw mark.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The raw mark is not within 0 and the paper's maximum.</exception>
    public int UmsOf(int rawMark)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rawMark);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rawMark, umsByRawMark.Length);
        return umsByRawMark[rawMark];
    }

    private static int[] ByLine(IReadOnlyList<GradeBoundary> boundaries, UniformScale scale, int maximumMark)
    {
        var points = ConversionLine.Through(boundaries, scale, maximumMark);
        var umsByRawMark = new int[maximumMark + 1];
        foreach (var (from, to) in points.Zip(points.Skip(1)))
        {
            for (var raw = from.RawMark; raw <= to.RawMark; raw++)
            {
                var rise = HalfUp.Quotient((raw - from.RawMark) * (to.Ums - from.Ums), to.RawMark - from.RawMark);
                umsByRawMark[raw] = from.Ums + rise;
            }
        }

        return umsByRawMark;
    }

    private static int[] ByGrade(IReadOnlyList<GradeBoundary> boundaries, int maximumMark)
        => [.. Enumerable.Range(0, maximumMark + 1).Select(raw => boundaries.FirstOrDefault(boundary => raw >= boundary.Mark)?.Ums ?? 0)];

    private static UniformConversion Worked(Assessment unit)
    {
        var scale = unit.Scale ?? throw new ArgumentException($"{unit.Code} has no uniform mark scale.");
        return WhyNot(unit.Boundaries, scale, unit.MaximumMark) is { } reason
            ? throw new ArgumentException($"{unit.Code}: {reason}")
            : new UniformConversion(unit.Boundaries, scale, unit.MaximumMark);
    }
}
