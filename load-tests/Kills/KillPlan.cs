namespace ResultsGrid.LoadTests.Kills;

/// <summary>One drill.</summary>
/// <param name="Kills">How many times the process is killed.</param>
/// <param name="Seed">Fixes moments of killing and what is written; the machine's own timing stays its own.</param>
/// <param name="Folder">The data folder, empty; it stays after a failure.</param>
public sealed record KillPlan(int Kills, int Seed, string Folder);
