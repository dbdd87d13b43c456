using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Awarding.Aggregation;

/// <summary>What special consideration shows against a missed assessment.</summary>
/// <param name="Score">Uniform marks of a unit, weighted marks of a component.</param>
internal sealed record Enhancement(AssessmentCode Assessment, decimal Score);
