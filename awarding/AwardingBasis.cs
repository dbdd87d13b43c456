using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Awarding;

/// <summary>
/// The specifications that a candidate's work is awarded by: the assessments of its entries, the qualifications that it
/// certifies and the assessments that contribute to those; no more are needed.
/// </summary>
public sealed record AwardingBasis(
    SeriesCode Series,
    IReadOnlyDictionary<QualificationCode, Qualification> Qualifications,
    IReadOnlyDictionary<AssessmentCode, Assessment> Assessments)
{
    /// <exception cref="ArgumentException">The basis lacks it.</exception>
    public Assessment AssessmentOf(AssessmentCode code)
        => Assessments.TryGetValue(code, out var assessment) ? assessment : throw new ArgumentException($"Series {Series} has no assessment {code}.");

    /// <exception cref="ArgumentException">The basis lacks it.</exception>
    public Qualification QualificationOf(QualificationCode code)
        => Qualifications.TryGetValue(code, out var qualification) ? qualification : throw new ArgumentException($"Series {Series} has no qualification {code}.");
}
