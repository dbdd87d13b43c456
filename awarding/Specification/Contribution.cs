using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Awarding.Specification;

/// <summary>One unit or component that may count towards an option of a qualification.</summary>
/// <param name="Mandatory">Must be there; otherwise it is one of the optional ones, the best of which fill the unit count.</param>
public sealed record Contribution(AssessmentCode Assessment, bool Mandatory);
