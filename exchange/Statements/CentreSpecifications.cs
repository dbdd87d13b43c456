using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Statements;

/// <summary>The qualifications and assessments of a centre's results, by code.</summary>
internal sealed class CentreSpecifications(CentreResults results)
{
    private readonly Dictionary<QualificationCode, Qualification> qualifications = results.Qualifications.ToDictionary(qualification => qualification.Code);
    private readonly Dictionary<AssessmentCode, Assessment> assessments = results.Assessments.ToDictionary(assessment => assessment.Code);

    /// <exception cref="ArgumentException">A result names a qualification that the centre's results don't describe.</exception>
    public Qualification this[QualificationCode code] => qualifications.GetValueOrDefault(code)
        ?? throw new ArgumentException($"Centre {results.Centre}, series {results.Series}: a result is in qualification {code}, which is not described.");

    /// <exception cref="ArgumentException">A result names an assessment that the centre's results don't describe.</exception>
    public Assessment this[AssessmentCode code] => assessments.GetValueOrDefault(code)
        ?? throw new ArgumentException($"Centre {results.Centre}, series {results.Series}: a result is in assessment {code}, which is not described.");
}
