using ResultsGrid.Awarding.Results;

namespace ResultsGrid.Awarding.Aggregation;

/// <summary>An award, and what it shows against assessments missed with special consideration.</summary>
internal sealed record AwardDecision(Award Award, IReadOnlyList<Enhancement> Enhancements);
