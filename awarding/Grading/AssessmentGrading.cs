using ResultsGrid.Awarding.Marks;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Awarding.Uniform;

namespace ResultsGrid.Awarding.Grading;

/// <summary>The result of one unit or component from its mark in this series.</summary>
internal static class AssessmentGrading
{
    /// <param name="mark">Null where none has arrived: pending.</param>
    /// <param name="allowance">Raw marks of special consideration; null where there was none.</param>
    /// <exception cref="ArgumentException">A mark that its status asks for is missing or not within 0 and the maximum.</exception>
    public static AssessmentResult Of(Assessment assessment, AssessmentMark? mark, int? allowance) => mark?.Status switch
    {
        MarkStatus.Marked => Marked(assessment, RawMark(assessment, mark), allowance, partlyAbsent: false),
        MarkStatus.PartlyAbsent => Marked(assessment, RawMark(assessment, mark), allowance, partlyAbsent: true),
        MarkStatus.Absent => Unmarked(assessment, Outcome.Absent),
        MarkStatus.NoResult => Unmarked(assessment, Outcome.NoResult),
        _ => Unmarked(assessment, Outcome.Pending),
    };

    private static AssessmentResult Marked(Assessment assessment, int given, int? allowance, bool partlyAbsent)
    {
        var raw = Math.Min(given + (allowance ?? 0), assessment.MaximumMark);
        var isUnit = assessment.Kind == AssessmentKind.Unit;
        return new AssessmentResult(
            assessment.Code,
            Outcome.Graded,
            raw,
            isUnit ? UniformConversion.Of(assessment).UmsOf(raw) : null,
            isUnit ? Boundaries.GradeOf(raw, assessment.Boundaries) : null,
            partlyAbsent,
            allowance is not null);
    }

    // An absent unit has no grade of its own, but 0 uniform marks and # (domain 4.7).
    private static AssessmentResult Unmarked(Assessment assessment, Outcome outcome)
    {
        var isAbsent = outcome == Outcome.Absent;
        int? ums = isAbsent && assessment.Kind == AssessmentKind.Unit ? 0 : null;
        return new AssessmentResult(assessment.Code, outcome, RawMark: null, ums, Grade: null, PartialAbsence: isAbsent, SpecialConsideration: false);
    }

    private static int RawMark(Assessment assessment, AssessmentMark mark)
        => mark.RawMark is { } raw && raw >= 0 && raw <= assessment.MaximumMark
            ? raw
            : throw new ArgumentException($"{assessment.Code}: '{mark.RawMark}' is not a mark within 0 and {assessment.MaximumMark}.");
}
