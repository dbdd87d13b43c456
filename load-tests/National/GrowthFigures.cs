namespace ResultsGrid.LoadTests.National;

/// <summary>One slice of the publication, to show whether the rate falls as the store grows.</summary>
/// <param name="Centres">Published in this slice.</param>
/// <param name="Candidates">Of those centres.</param>
public sealed record GrowthFigures(int Centres, int Candidates, TimeSpan Wall)
{
    public double CandidatesPerSecond => Candidates / Wall.TotalSeconds;
}
