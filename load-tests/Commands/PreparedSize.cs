namespace ResultsGrid.LoadTests.Commands;

/// <summary>What a drill prepares where it finds nothing prepared.</summary>
internal sealed record PreparedSize(int Centres, int CandidatesPerCentre)
{
    /// <summary>Enough where it doesn't matter how many there are.</summary>
    public static PreparedSize Small { get; } = new(100, 5);
}
