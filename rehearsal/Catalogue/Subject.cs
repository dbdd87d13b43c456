using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Rehearsal.Catalogue;

/// <summary>A qualification as a rehearsal offers it: a line of qualifications.csv and its routes.</summary>
/// <param name="Grades">Highest first, separated by spaces, or by semicolons where they are words.</param>
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
    /// <summary>Where results files carry its grades by codes; its grades and name are then those of <see cref="Grades"/> and <see cref="Gradeset"/>.</summary>
    public Scale? Scale { get; init; }

    public AStarTerms? AStar { get; init; }

    public TerminalTerms? Terminal { get; init; }

    /// <summary>Highest first, separated by spaces; blank where there is no endorsement.</summary>
    public string EndorsementGrades { get; init; } = "";

    public bool HasTwoResultsFiles { get; init; }

    public bool IsLinear => Structure == Structure.Linear;
}
