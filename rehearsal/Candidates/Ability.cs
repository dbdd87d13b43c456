using ResultsGrid.Awarding.Specification;
using ResultsGrid.Rehearsal.Catalogue;
using ResultsGrid.Rehearsal.Chance;

namespace ResultsGrid.Rehearsal.Candidates;

/// <summary>How able a candidate is in a subject, in standard deviations from the middle of the country.</summary>
internal readonly record struct Ability(double Level)
{
    /// <summary>A paper's score is part ability and part luck; the squares of the two sum to 1.</summary>
    private const double AbilityPart = 0.8;

    private const double LuckPart = 0.6;
    private const double WithinCentre = 0.9;
    private const double OfCentre = 0.4;
    private const double OfSubject = 0.35;
    private const double UnpreparedBy = 3.2;

    /// <summary>About where centres begin to enter candidates for the Higher tier.</summary>
    private const double HigherTierFrom = -0.15;

    private const double TierDoubt = 0.25;

    public static Ability Of(int seed, int centre, ref Dice dice)
        => new(Dice.For(seed, centre, 3).Normal() * OfCentre + dice.Normal() * WithinCentre);

    public Ability InSubject(ref Dice dice) => new(Level + OfSubject * dice.Normal());

    public Ability Unprepared() => new(Math.Min(Level, 0) - UnpreparedBy);

    public bool TakesHigherTier(ref Dice dice) => Level + TierDoubt * dice.Normal() > HigherTierFrom;

    public int RawMark(Paper paper, ref Dice dice) => Of(paper.MaximumMark, paper, ref dice);

    public int UniformMark(Paper paper, ref Dice dice)
        => paper.Level == UnitLevel.GradePoints ? paper.PointsOf(RawMark(paper, ref dice)) : Of(paper.AttainableUms, paper, ref dice);

    private int Of(int maximum, Paper paper, ref Dice dice)
    {
        var share = paper.Typical + paper.Spread * (AbilityPart * Level + LuckPart * dice.Normal());
        return (int)(Math.Clamp(share, 0, 1) * maximum + 0.5);
    }
}
