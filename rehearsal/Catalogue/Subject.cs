using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Rehearsal.Catalogue;

/// <summary>A qualification as a rehearsal offers it: a line of qualifications.csv and its routes.</summary>
/// <param name="Grades">Highest first, separated by spaces.</param>
internal sealed record Subject(
    string Code,
    string Title,
    Family Family,
    Structure Structure,
    string Gradeset,
    string Grades,
    int MaximumTotal,
    IReadOnlyList<Route> Routes)
{
    public AStarTerms? AStar { get; init; }

    public TerminalTerms? Terminal { get; init; }

    /// <summary>Highest first, separated by spaces; blank where there is no endorsement.</summary>
    public string EndorsementGrades { get; init; } = "";

    public bool HasTwoResultsFiles { get; init; }

    public bool IsLinear => Structure == Structure.Linear;
}
