using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Xml;

/// <summary>A unit or component result with what it is out of.</summary>
/// <param name="MaximumMark">Raw marks.</param>
/// <param name="MaximumUms">Uniform marks; null for a component.</param>
/// <param name="WeightedMark">Of a component with a mark; null otherwise.</param>
public sealed record XmlAssessment(AssessmentResult Result, AssessmentKind Kind, int MaximumMark, int? MaximumUms, decimal? WeightedMark)
{
    internal static XmlAssessment Of(AssessmentResult result, SpecificationIndex specifications)
    {
        var assessment = specifications.Of(result.Assessment);
        return new XmlAssessment(result, assessment.Kind, assessment.MaximumMark, assessment.Scale?.MaximumUms, specifications.WeightedMark(result));
    }
}
