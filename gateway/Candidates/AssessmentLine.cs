using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Gateway.Candidates;

/// <summary>A unit or component result on screen.</summary>
public sealed record AssessmentLine(
    AssessmentCode Assessment,
    string Title,
    AssessmentKind Kind,
    Outcome Outcome,
    int? RawMark,
    int MaximumMark,
    int? Ums,
    int? MaximumUms,
    Grade? Grade,
    bool PartialAbsence,
    bool SpecialConsideration)
{
    public static AssessmentLine Of(AssessmentResult result, Assessment assessment) => new(
        result.Assessment, assessment.Title, assessment.Kind, result.Outcome, result.RawMark, assessment.MaximumMark,
        result.Ums, assessment.Scale?.MaximumUms, result.Grade, result.PartialAbsence, result.SpecialConsideration);
}
