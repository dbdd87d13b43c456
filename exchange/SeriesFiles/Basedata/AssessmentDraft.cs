using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Awarding.Uniform;

namespace ResultsGrid.Exchange.SeriesFiles.Basedata;

/// <summary>An assessment as its line gives it, and what other files add to it.</summary>
internal sealed class AssessmentDraft
{
    public required int Line { get; init; }

    public required AssessmentCode Code { get; init; }

    /// <summary>Every field of the line is right. Where not, only the code may be relied on.</summary>
    public required bool IsSound { get; init; }

    public required string Title { get; init; }

    public required AssessmentKind Kind { get; init; }

    public required UnitLevel Level { get; init; }

    public required Tier Tier { get; init; }

    public required Marking Marking { get; init; }

    public required int MaximumMark { get; init; }

    public required decimal Weight { get; init; }

    /// <summary>0 for a component.</summary>
    public required int MaximumUms { get; init; }

    public required int? AttainableUms { get; init; }

    public required BelowLowest BelowLowest { get; init; }

    public required int? AStarMark { get; init; }

    public required CapMark Cap { get; init; }

    public required int? NMark { get; init; }

    public List<BoundaryLine> Boundaries { get; } = [];

    /// <summary>The qualifications with an option that counts it.</summary>
    public HashSet<QualificationDraft> Qualifications { get; } = [];

    /// <summary>A line of another file names it and is faulty, so what it lacks may be there.</summary>
    public bool HasFaultyParts { get; set; }

    public bool IsUnit => Kind == AssessmentKind.Unit;

    /// <summary>
    /// The grades that it may have, highest first: those of its qualifications, or of a double award the single grades that
    /// make them up. The longest gradeset leads: an AS Level has the grades of its A Level, less A*.
    /// </summary>
    public IReadOnlyList<Grade> Gradeset() => gradeset ??=
    [
        .. Qualifications
            .OrderByDescending(qualification => qualification.Grades.Count)
            .ThenBy(qualification => qualification.Code)
            .SelectMany(qualification => qualification.Grades)
            .SelectMany(Singles)
            .Distinct(),
    ];

    private IReadOnlyList<Grade>? gradeset;

    private static IEnumerable<Grade> Singles(Grade grade)
    {
        if (!grade.IsDouble) return [grade];
        var (first, second) = grade.Halves();
        return [Grade.Parse(first), Grade.Parse(second!)];
    }
}
