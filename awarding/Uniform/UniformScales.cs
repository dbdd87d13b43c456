using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Awarding.Uniform;

/// <summary>Completes a unit's scale from what the board gave, once, at load (domain 4.2). A given figure is never recomputed.</summary>
public static class UniformScales
{
    private static readonly Grade LowestAboveFoundation = Grade.Parse("B");

    /// <summary>Every boundary with its uniform mark, and the A* point, cap and notional N where the rule of the level asks for them.</summary>
    /// <param name="maximumMark">The paper's maximum raw mark.</param>
    /// <param name="attainableUms">Null: on a GCSE's Foundation tier the B boundary less one, with points by grade those of the highest, else the maximum.</param>
    /// <param name="aStarMark">An A2 unit's A* point where the board moved or confirmed it; null: by rule.</param>
    /// <param name="nMark">The notional N's raw mark; null: by rule where <paramref name="belowLowest"/> asks for it.</param>
    /// <param name="boundaries">In any order. Each keeps its provenance, which speaks for its mark; a mark computed here is Computed.</param>
    /// <exception cref="ArgumentException">
    /// What only the rule can tell: a blank mark that is not the Higher tier's E; a blank uniform mark of a grade without a fixed
    /// share; a boundary that a rule computes from is missing; a rule computes a mark below 1; an A* boundary among those of a GCE
    /// unit (it is a point, not a grade); an A* point of another than an A2 unit; an N that the unit does not convert through;
    /// a unit without a level. Order and limits are not checked: <see cref="UniformConversion.WhyNot"/> does that.
    /// </exception>
    public static CompletedScale Complete(
        UnitLevel level,
        Tier tier,
        int maximumMark,
        int maximumUms,
        int? attainableUms,
        BelowLowest belowLowest,
        int? aStarMark,
        CapMark cap,
        int? nMark,
        IReadOnlyList<GivenBoundary> boundaries)
    {
        ArgumentNullException.ThrowIfNull(cap);
        ArgumentNullException.ThrowIfNull(boundaries);
        if (level == UnitLevel.None) throw new ArgumentException("A unit needs a level: as, a2, gcse, vocational or grade-points.");

        var completed = CompletedBoundaries.Of(level, tier, maximumUms, boundaries);
        var attainable = attainableUms ?? Attainable(level, tier, maximumUms, completed);
        var top = new TopOfScale(level, maximumMark, completed);
        var aStar = top.AStar(aStarMark, maximumUms);
        return new CompletedScale(completed.All, new UniformScale(
            maximumUms,
            attainable,
            belowLowest,
            aStar,
            top.Cap(cap, aStar, attainable),
            NotionalPoint.Of(level, belowLowest, nMark, maximumUms, completed))
        {
            IsByGrade = level == UnitLevel.GradePoints,
        });
    }

    /// <summary>The uniform mark of a boundary by its fixed share, rounded half up (maximum 105: 84, 74, 63, 53, 42); null where there is no fixed share.</summary>
    /// <remarks>A* of an AS or A2 unit has none: units are graded to A. No grade above C has one on a GCSE's Foundation tier.</remarks>
    public static int? BoundaryUms(UnitLevel level, Tier tier, Grade grade, int maximumUms)
        => BoundaryShares.Of(level, tier, grade) is { } share ? HalfUp.Percent(share, maximumUms) : null;

    // Published tables: 83 of 120, 125 of 180 (domain 4.2).
    private static int Attainable(UnitLevel level, Tier tier, int maximumUms, CompletedBoundaries boundaries) => (level, tier) switch
    {
        (UnitLevel.Gcse, Tier.Foundation) => BoundaryUms(level, Tier.Untiered, LowestAboveFoundation, maximumUms)!.Value - 1,
        (UnitLevel.GradePoints, _) => boundaries.All.Max(boundary => boundary.Ums) ?? maximumUms,
        _ => maximumUms,
    };
}
