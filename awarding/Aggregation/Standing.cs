namespace ResultsGrid.Awarding.Aggregation;

/// <summary>How good a combination is for the candidate: first by its total, and so that equal totals are always decided the same way.</summary>
/// <param name="Total">Uniform or weighted marks.</param>
/// <param name="TowardsAStar">Uniform marks of the units that the A* rule looks at.</param>
/// <param name="Pending">Results still open: of equal combinations the one that can be final is taken.</param>
/// <param name="Absences">Results that were not sat.</param>
internal readonly record struct Standing(decimal Total, decimal TowardsAStar, int Pending, int Absences) : IComparable<Standing>
{
    public int CompareTo(Standing other)
    {
        var byTotal = Total.CompareTo(other.Total);
        if (byTotal != 0) return byTotal;
        var byAStar = TowardsAStar.CompareTo(other.TowardsAStar);
        if (byAStar != 0) return byAStar;
        var byPending = other.Pending.CompareTo(Pending);
        return byPending != 0 ? byPending : other.Absences.CompareTo(Absences);
    }
}
