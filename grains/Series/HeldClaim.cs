namespace ResultsGrid.Grains.Series;

/// <summary>A claim as the series keeps it.</summary>
public sealed record HeldClaim(int Claim, string Worker, IReadOnlyList<string> Items, DateTimeOffset Until);
