using ResultsGrid.LoadTests.Arrivals;

namespace ResultsGrid.LoadTests.Hostilities;

/// <summary>An attack, and the good clients just before it and during it.</summary>
/// <param name="MemoryBytes">The server's, resident, after it.</param>
/// <param name="HasEnded">Within the plan's bound.</param>
public sealed record AttackResult(IAttack Attack, AttackFigures Figures, LoadFigures Before, LoadFigures During, long MemoryBytes, bool HasEnded);
