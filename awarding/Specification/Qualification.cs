using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Awarding.Specification;

/// <summary>A qualification as one series awards it.</summary>
/// <param name="MaximumTotal">Maximum total: uniform marks where unitised, weighted marks where linear.</param>
/// <param name="EndorsementGrades">The grades of a separately reported endorsement (P, M, D, NC), or null where there is none.</param>
/// <param name="HasTwoResultsFiles">Cambridge Advanced Nationals: qualification results and unit results in two EDI files.</param>
/// <param name="Provenance">Where the rules and boundaries come from.</param>
public sealed record Qualification(
    QualificationCode Code,
    string Title,
    Family Family,
    Structure Structure,
    Gradeset Gradeset,
    int MaximumTotal,
    IReadOnlyList<QualificationOption> Options,
    AStarRule? AStar,
    TerminalRule? Terminal,
    IReadOnlyList<Grade>? EndorsementGrades,
    bool HasTwoResultsFiles,
    Provenance Provenance);
