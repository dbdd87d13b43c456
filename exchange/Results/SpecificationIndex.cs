using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Exchange.Results;

/// <summary>The specifications of a centre's results by code.</summary>
/// <remarks>A result whose specification is missing is a fault of whoever gathered the results: <see cref="InvalidDataException"/>.</remarks>
public sealed class SpecificationIndex
{
    private readonly Dictionary<AssessmentCode, Assessment> assessments;
    private readonly Dictionary<QualificationCode, Qualification> qualifications;

    public SpecificationIndex(CentreResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        assessments = results.Assessments.ToDictionary(assessment => assessment.Code);
        qualifications = results.Qualifications.ToDictionary(qualification => qualification.Code);
    }

    public Assessment Of(AssessmentCode code)
        => assessments.TryGetValue(code, out var found)
            ? found
            : throw new InvalidDataException($"A candidate has a result in assessment {code}, which the centre's results do not specify.");

    public Qualification Of(QualificationCode code)
        => qualifications.TryGetValue(code, out var found)
            ? found
            : throw new InvalidDataException($"A candidate has an award of qualification {code}, which the centre's results do not specify.");

    /// <summary>A component's raw mark times its weight; null for a unit and where there is no mark.</summary>
    public decimal? WeightedMark(AssessmentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var assessment = Of(result.Assessment);
        return assessment.Kind == AssessmentKind.Component ? result.RawMark * assessment.Weight : null;
    }
}
