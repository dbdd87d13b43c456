using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Exchange.SeriesFiles.Basedata;

/// <summary>A qualification as its line gives it, and its options.</summary>
internal sealed class QualificationDraft
{
    public required int Line { get; init; }

    public required QualificationCode Code { get; init; }

    /// <summary>Every field of the line is right. Where not, only the code may be relied on.</summary>
    public required bool IsSound { get; init; }

    public required string Title { get; init; }

    public required Family Family { get; init; }

    public required Structure Structure { get; init; }

    public required Gradeset Gradeset { get; init; }

    /// <summary>Highest first.</summary>
    public IReadOnlyList<Grade> Grades => Gradeset.Grades;

    public required int MaximumTotal { get; init; }

    public required AStarRule? AStar { get; init; }

    public required TerminalRule? Terminal { get; init; }

    /// <summary>Empty where there is no endorsement.</summary>
    public required IReadOnlyList<Grade> EndorsementGrades { get; init; }

    public required bool HasTwoResultsFiles { get; init; }

    public required Provenance Provenance { get; init; }

    public SortedDictionary<string, OptionDraft> Options { get; } = new(StringComparer.Ordinal);

    /// <summary>The kind of assessment that its total is made of.</summary>
    public AssessmentKind Counts => Structure == Structure.Unitised ? AssessmentKind.Unit : AssessmentKind.Component;
}
