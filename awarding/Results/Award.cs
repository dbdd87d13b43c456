using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Awarding.Results;

/// <summary>The overall result of a qualification.</summary>
/// <param name="Option">The option certified; empty where there is one route.</param>
/// <param name="Grade">Null unless <see cref="Outcome.Graded"/>.</param>
/// <param name="Total">Uniform or weighted marks, a whole number; null unless graded.</param>
/// <param name="PartialAbsence">Part of the work is missing: # is printed beside the grade.</param>
/// <param name="Endorsement">The separately reported endorsement grade, if any.</param>
/// <param name="Counted">What was added up, in assessment order.</param>
/// <param name="Reason">Why there is no result, in words for an exams officer; null where graded.</param>
public sealed record Award(
    QualificationCode Qualification,
    string Option,
    Outcome Outcome,
    Grade? Grade,
    int? Total,
    bool PartialAbsence,
    Grade? Endorsement,
    IReadOnlyList<CountedResult> Counted,
    string? Reason);
