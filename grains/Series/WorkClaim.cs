using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Grains.Series;

/// <summary>Items that one worker has taken on until the claim expires.</summary>
/// <param name="Package">Of a load: the package in the document store.</param>
public sealed record WorkClaim(int Claim, int Job, JobStage Stage, IReadOnlyList<string> Items, ContentHash? Package);
