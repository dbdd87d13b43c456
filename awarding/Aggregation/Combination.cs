using ResultsGrid.Awarding.Results;

namespace ResultsGrid.Awarding.Aggregation;

/// <summary>Results chosen to be counted together; each is the one before it with a sitting more.</summary>
internal sealed class Combination
{
    public static readonly Combination Empty = new(null, null, default);

    private readonly Combination? before;
    private readonly Sitting? last;

    private Combination(Combination? before, Sitting? last, Standing standing)
    {
        this.before = before;
        this.last = last;
        Standing = standing;
    }

    public Standing Standing { get; }

    /// <summary>In assessment order.</summary>
    public IReadOnlyList<Sitting> Sittings
    {
        get
        {
            List<Sitting> sittings = [];
            for (var part = this; part.last is not null; part = part.before!) sittings.Add(part.last);
            sittings.Sort((one, other) => one.Assessment.Code.CompareTo(other.Assessment.Code));
            return sittings;
        }
    }

    public Combination With(Sitting sitting) => new(this, sitting, new Standing(
        Standing.Total + sitting.Score,
        Standing.TowardsAStar + (sitting.TowardsAStar ? sitting.Score : 0),
        Standing.Pending + (sitting.Outcome == Outcome.Pending ? 1 : 0),
        Standing.Absences + (sitting.Outcome == Outcome.Absent ? 1 : 0)));
}
