using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Awarding.Aggregation;

/// <summary>A* at A Level: grade A overall, and enough uniform marks over the units that the rule names (domain 4.5).</summary>
internal static class AStarAward
{
    private static readonly Grade A = Grade.Parse("A");
    private static readonly Grade AStar = Grade.Parse("A*");

    /// <summary>The grade, raised to A* where it is an A and the rule is met.</summary>
    public static Grade Of(Grade grade, int total, AStarRule? rule, IReadOnlyList<Sitting> counted)
    {
        if (rule is null || grade != A || total < rule.MinimumOverallUms) return grade;
        var scores = counted.Where(sitting => sitting.TowardsAStar).Select(sitting => sitting.Score).OrderDescending();
        IEnumerable<decimal> looked = rule.BestOf is { } best ? scores.Take(best) : scores;
        return looked.Sum() >= rule.MinimumUms ? AStar : grade;
    }
}
