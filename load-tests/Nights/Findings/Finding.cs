namespace ResultsGrid.LoadTests.Nights.Findings;

/// <summary>Something that must not be.</summary>
/// <param name="Check">Which promise it breaks.</param>
/// <param name="Where">Centre, and document where there is one.</param>
public sealed record Finding(Check Check, string Where, string Expected, string Found);
