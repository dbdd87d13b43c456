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

    private IReadOnlyList<Grade>? grades;

    /// <summary>Null where it is graded as its qualifications are.</summary>
    public required Gradeset? OwnGradeset { get; init; }

    /// <summary>
    /// The grades that it may have, highest first: its own gradeset's, else those of its qualifications, or of a double or
    /// triple award the single grades that make them up. The longest gradeset leads: an AS Level has the grades of its A
    /// Level, less A*.
    /// </summary>
    public IReadOnlyList<Grade> Grades() => grades ??= OwnGradeset?.Grades ?? [.. Gradesets().SelectMany(gradeset => gradeset.Singles()).Distinct()];

    /// <summary>How results files carry its grades, where any differs from how it is printed; null where none does.</summary>
    public Gradeset? Gradeset()
    {
        if (OwnGradeset is not null) return OwnGradeset;
        var grades = Grades();
        var exchanged = grades.Select(grade => Gradesets().Select(gradeset => gradeset.Grades.Contains(grade) ? gradeset.Exchanged(grade) : null).FirstOrDefault(one => one is not null)).ToList();
        var differs = grades.Zip(exchanged).Any(pair => pair.Second is { } one && one.ToString() != pair.First.ToString());
        // A single grade of a double award stands in no gradeset, and is carried as it is printed.
        return differs
            ? new Gradeset(Code.ToString(), grades) { ExchangeGrades = [.. grades.Zip(exchanged, (grade, one) => one ?? new ExchangeGrade(grade))] }
            : null;
    }

    private IEnumerable<Gradeset> Gradesets() => Qualifications
        .OrderByDescending(qualification => qualification.Grades.Count)
        .ThenBy(qualification => qualification.Code)
        .Select(qualification => qualification.Gradeset);
}
