namespace ResultsGrid.LoadTests.Growth;

/// <param name="Sizes">In centres, growing.</param>
/// <param name="Requests">To each size in each round.</param>
public sealed record GrowthPlan(IReadOnlyList<int> Sizes, int Requests, int Rounds, int Seed);
