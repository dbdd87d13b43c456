using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Awarding.Results;

/// <summary>The result of one unit or component in this series.</summary>
/// <param name="RawMark">Raw mark as marked, allowance included; null where absent, pending or without result.</param>
/// <param name="Ums">Uniform mark of a unit; null for a component and where there is no result. An absent unit has 0, or its enhancement.</param>
/// <param name="Grade">Unit grade; null for a component and unless <see cref="Outcome.Graded"/>.</param>
/// <param name="PartialAbsence">Printed # beside the result.</param>
/// <param name="SpecialConsideration">An allowance or enhancement is in the figures, so they may not seem to add up.</param>
public sealed record AssessmentResult(
    AssessmentCode Assessment,
    Outcome Outcome,
    int? RawMark,
    int? Ums,
    Grade? Grade,
    bool PartialAbsence,
    bool SpecialConsideration);
