using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Awarding.Aggregation;

/// <summary>What a result adds to an award: a unit its uniform mark, a component its raw mark times its weight (domain 4.1).</summary>
internal static class Scores
{
    /// <summary>The score of a graded result, 0 where absent; of a pending one the most that it can still come to.</summary>
    public static decimal Of(AssessmentResult result, Assessment assessment) => result.Outcome switch
    {
        Outcome.Absent => 0,
        Outcome.Pending => Most(assessment),
        _ => assessment.Scale is null ? result.RawMark!.Value * assessment.Weight : result.Ums!.Value,
    };

    public static decimal Most(Assessment assessment)
        => assessment.Scale?.AttainableUms ?? assessment.MaximumMark * assessment.Weight;
}
