namespace ResultsGrid.Rehearsal.Catalogue;

/// <summary>A paper as it counts towards a route, and how candidates spread it over series.</summary>
/// <param name="Banked">Probability that a unit was taken in an earlier series.</param>
/// <param name="Again">Probability that a unit taken earlier is taken in this series too.</param>
internal sealed record Part(Paper Paper, double Banked = 0, double Again = 0.2, bool Mandatory = true)
{
    /// <summary>Always taken in the certification series, whatever was taken before.</summary>
    public bool IsFinalExamination => Again >= 1;
}
