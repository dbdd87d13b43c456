using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Grains.Sessions;

/// <summary>A signed-in person.</summary>
/// <param name="TokenHash">SHA-256 of the token as it is sent; the token itself is stored nowhere.</param>
public sealed record Session(ContentHash TokenHash, UserName User, DateTimeOffset OpenedAt, DateTimeOffset ExpiresAt);
