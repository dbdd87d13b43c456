using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Grains.Accounts;

/// <summary>A key with which a management information system fetches, no person present.</summary>
/// <param name="Id">Names the key in lists and ledgers; not secret.</param>
/// <param name="SecretHash">SHA-256 of the key as it is sent; the key itself is shown once and stored nowhere.</param>
[GenerateSerializer, Immutable, Alias("AccessKey")]
public sealed record AccessKey(
    [property: Id(0)] string Id,
    [property: Id(1)] string Title,
    [property: Id(2)] Role Role,
    [property: Id(3)] ContentHash SecretHash,
    [property: Id(4)] DateTimeOffset CreatedAt) : StoredRecord
{
    /// <summary>The user who made it; null for one that a version before this member made.</summary>
    [Id(5)]
    public string? CreatedBy { get; init; }
}
