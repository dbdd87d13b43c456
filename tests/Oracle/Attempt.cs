namespace ResultsGrid.Tests.Oracle;

/// <summary>A score that a candidate could bring to an award.</summary>
/// <param name="When">Orders series: year first, then month; the series being awarded is the latest.</param>
public sealed record Attempt(string Assessment, Fraction Score, bool IsThisSeries, int When, bool IsAbsent, bool IsPartial);
