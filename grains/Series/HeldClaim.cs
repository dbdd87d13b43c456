using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Series;

/// <summary>A claim as the series keeps it.</summary>
public sealed record HeldClaim(
    int Claim,
    string Worker,
    ImmutableArray<string> Items,
    DateTimeOffset Until) : StoredRecord;
