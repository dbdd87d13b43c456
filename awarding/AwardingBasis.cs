using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Awarding;

/// <summary>The specifications that a candidate's work is awarded by: those of its entries, no more are needed.</summary>
public sealed record AwardingBasis(
    SeriesCode Series,
    IReadOnlyDictionary<QualificationCode, Qualification> Qualifications,
    IReadOnlyDictionary<AssessmentCode, Assessment> Assessments);
