using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Grains.Series;

/// <summary>Items that one worker has taken on until the claim expires.</summary>
/// <param name="Package">Of a load: the package in the document store.</param>
[GenerateSerializer, Immutable, Alias("WorkClaim")]
public sealed record WorkClaim(
    [property: Id(0)] int Claim,
    [property: Id(1)] int Job,
    [property: Id(2)] JobStage Stage,
    [property: Id(3)] ImmutableArray<string> Items,
    [property: Id(4)] ContentHash? Package);
