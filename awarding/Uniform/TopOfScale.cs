using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Awarding.Uniform;

/// <summary>The A* point and the cap of a GCE unit by the published rules (domain 4.2). Other units have neither.</summary>
internal sealed class TopOfScale(UnitLevel level, int maximumMark, CompletedBoundaries boundaries)
{
    /// <summary>As far above A as B is below it, or half-way to the maximum where that is nearer; null where A leaves no room.</summary>
    public ConversionPoint? AStar(int? given, int maximumUms)
    {
        var ums = HalfUp.Percent(BoundaryShares.A2Star, maximumUms);
        if (given is { } mark)
        {
            return level == UnitLevel.A2
                ? new ConversionPoint(mark, ums, Provenance.Given)
                : throw new ArgumentException("Only an A2 unit has an A* point.");
        }

        if (level != UnitLevel.A2) return null;
        var (a, band) = (A("The A* point"), Band("The A* point"));
        var computed = maximumMark - a > 2 * band ? a + band : (a + maximumMark) / 2;
        return computed > a ? new ConversionPoint(computed, ums, Provenance.Computed) : null;
    }

    /// <summary>Null where only the paper's maximum earns the most: so asked for, no rule for this level, or the rule's mark lies past the paper.</summary>
    public ConversionPoint? Cap(CapMark cap, ConversionPoint? aStar, int attainableUms) => cap switch
    {
        CapMark.At at => new ConversionPoint(at.Mark, attainableUms, Provenance.Given),
        CapMark.ByRule when ByRule(aStar) is { } mark && mark <= maximumMark => new ConversionPoint(mark, attainableUms, Provenance.Computed),
        _ => null,
    };

    private int? ByRule(ConversionPoint? aStar) => level switch
    {
        UnitLevel.AS => A("The cap") + (2 * Band("The cap")),
        UnitLevel.A2 when aStar is not null => aStar.RawMark + (aStar.RawMark - A("The cap")),
        _ => null,
    };

    private int A(string computed) => boundaries.MarkOf("A", computed);

    private int Band(string computed) => A(computed) - boundaries.MarkOf("B", computed);
}
