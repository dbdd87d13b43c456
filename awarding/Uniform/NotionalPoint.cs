using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Awarding.Uniform;

/// <summary>The notional N of a GCE unit: as far below E as E is below D (domain 4.2: D 44, E 38, N 32).</summary>
internal static class NotionalPoint
{
    public static ConversionPoint? Of(UnitLevel level, BelowLowest belowLowest, int? given, int maximumUms, CompletedBoundaries boundaries)
    {
        if (belowLowest != BelowLowest.NotionalN)
        {
            return given is null ? null : throw new ArgumentException("An N mark is given, but the unit converts straight to zero.");
        }

        if (level is not (UnitLevel.AS or UnitLevel.A2)) throw new ArgumentException("Only AS and A2 units convert through a notional N.");
        var ums = HalfUp.Percent(BoundaryShares.NotionalN, maximumUms);
        return given is { } mark
            ? new ConversionPoint(mark, ums, Provenance.Given)
            : new ConversionPoint(Computed(boundaries), ums, Provenance.Computed);
    }

    private static int Computed(CompletedBoundaries boundaries)
    {
        var (d, e) = (boundaries.MarkOf("D", "The notional N"), boundaries.MarkOf("E", "The notional N"));
        var mark = e - (d - e);
        return mark > 0 ? mark : throw new ArgumentException($"N, as far below E ({e}) as E is below D ({d}), lies below 1: its mark must be given.");
    }
}
