namespace ResultsGrid.LoadTests.Hostilities;

/// <param name="GoodPerSecond">Requests of good clients, before and during every attack.</param>
/// <param name="Quiet">How long they are watched before each.</param>
/// <param name="Longest">An attack that takes longer is broken off, which breaks its promise.</param>
public sealed record HostilePlan(double GoodPerSecond, TimeSpan Quiet, TimeSpan Longest, IReadOnlyList<IAttack> Attacks, int Seed);
