namespace ResultsGrid.LoadTests.Ceilings;

/// <param name="Connections">Kept open, each with one request under way.</param>
/// <param name="Rounds">How often every contestant has its turn.</param>
public sealed record CeilingPlan(IReadOnlyList<Discipline> Disciplines, int Connections, TimeSpan WarmUp, TimeSpan Duration, int Rounds);
