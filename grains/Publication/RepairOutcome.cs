namespace ResultsGrid.Grains.Publication;

/// <summary>What was found wrong with a centre's documents.</summary>
/// <param name="Repaired">Rebuilt, each with its name; null: nothing was.</param>
/// <param name="Damaged">Could not be rebuilt as it was; null: nothing.</param>
public sealed record RepairOutcome(string? Repaired, string? Damaged);
