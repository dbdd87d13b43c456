using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Rehearsal.Catalogue;

/// <summary>A unit or component: a line of assessments.csv, and how hard it is.</summary>
internal sealed record Paper(string Code, string Title, UnitLevel Level, Marking Marking, int MaximumMark, IReadOnlyList<Boundary> Boundaries)
{
    public Tier Tier { get; init; }

    /// <summary>The factor of a linear component.</summary>
    public decimal Weight { get; init; } = 1;

    /// <summary>Null for a component.</summary>
    public int? MaximumUms { get; init; }

    public BelowLowest BelowLowest { get; init; }

    /// <summary>The unit's own; null where it is graded as its qualification is.</summary>
    public Scale? Scale { get; init; }

    /// <summary>Blank: left to the published rule.</summary>
    public string AStarMark { get; init; } = "";

    /// <summary>Blank: left to the published rule; "none": only the maximum mark earns the maximum uniform mark.</summary>
    public string CapMark { get; init; } = "";

    /// <summary>What the middling candidate scores, as a share of the maximum.</summary>
    public double Typical { get; init; } = 0.56;

    /// <summary>How far one standard deviation of ability and luck moves the score, as a share of the maximum.</summary>
    public double Spread { get; init; } = 0.17;

    public AssessmentKind Kind => Level == UnitLevel.None ? AssessmentKind.Component : AssessmentKind.Unit;

    /// <summary>The most that this paper can add to a total.</summary>
    public double MaximumScore => MaximumUms is null ? MaximumMark * (double)Weight : AttainableUms;

    /// <summary>On Foundation one less than the B boundary, which stands at 70 %.</summary>
    public int AttainableUms => Tier == Tier.Foundation ? (int)(MaximumUms!.Value * 0.7) - 1 : MaximumUms!.Value;

    /// <summary>The uniform mark of a grade: the unit's own, or the share that is published for its level.</summary>
    public int UmsOf(Boundary boundary)
        => boundary.Ums ?? (int)(PublishedShares.Percent(Level, Tier, boundary.Grade) * MaximumUms!.Value / 100);

    /// <summary>The grade of a uniform mark, for results of earlier series.</summary>
    public string GradeOf(int ums) => Boundaries.FirstOrDefault(boundary => ums >= UmsOf(boundary))?.Grade ?? "U";

    /// <summary>What the grade of a raw mark earns on a unit with points by grade.</summary>
    public int PointsOf(int rawMark) => Boundaries.FirstOrDefault(boundary => rawMark >= boundary.Mark)?.Ums ?? 0;

    /// <summary>About what a raw mark adds to a total: straight lines between the boundaries, neither cap nor A* point.</summary>
    public double RoughScore(int rawMark)
    {
        if (MaximumUms is null) return rawMark * (double)Weight;
        if (Level == UnitLevel.GradePoints) return PointsOf(rawMark);
        double aboveMark = MaximumMark, aboveUms = AttainableUms;
        foreach (var boundary in Boundaries.Where(boundary => boundary.Mark is not null))
        {
            double mark = boundary.Mark!.Value, ums = UmsOf(boundary);
            if (rawMark >= mark) return ums + (rawMark - mark) * (aboveUms - ums) / Math.Max(1, aboveMark - mark);
            (aboveMark, aboveUms) = (mark, ums);
        }

        return rawMark * aboveUms / aboveMark;
    }
}
