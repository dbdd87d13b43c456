using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Sessions;

/// <summary>A signed-in person.</summary>
/// <param name="TokenHash">SHA-256 of the token as it is sent; the token itself is stored nowhere.</param>
[GenerateSerializer, Immutable, Alias("Session")]
public sealed record Session(
    [property: Id(0)] ContentHash TokenHash,
    [property: Id(1)] UserName User,
    [property: Id(2)] DateTimeOffset OpenedAt,
    [property: Id(3)] DateTimeOffset ExpiresAt) : StoredRecord;
