namespace ResultsGrid.LoadTests.Ceilings;

/// <summary>What a gateway completed, and what its ledger has of it.</summary>
/// <param name="Late">On so many requests at most the generator hung up: whether they were recorded is open.</param>
public sealed record LedgerCheck(long Completed, long Recorded, long Late)
{
    public bool Holds => Recorded >= Completed && Recorded <= Completed + Late;
}
