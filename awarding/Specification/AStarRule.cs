using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Awarding.Specification;

/// <summary>When an A Level award at grade A becomes A* (domain 4.5).</summary>
/// <param name="MinimumOverallUms">Uniform marks over all counted units: 320 of 400, 480 of 600.</param>
/// <param name="MinimumUms">Uniform marks over the counted units named below: 180 of 200, 270 of 300.</param>
/// <param name="Units">The units that must reach it together (C3 and C4 for Mathematics); empty: the A2 units.</param>
/// <param name="BestOf">How many of those count, best first (Further Mathematics: 3); null: all.</param>
public sealed record AStarRule(int MinimumOverallUms, int MinimumUms, IReadOnlyList<AssessmentCode> Units, int? BestOf);
