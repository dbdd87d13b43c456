using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Grains.Accounts;

/// <summary>A key with which a management information system fetches, no person present.</summary>
/// <param name="Id">Names the key in lists and ledgers; not secret.</param>
/// <param name="SecretHash">SHA-256 of the key as it is sent; the key itself is shown once and stored nowhere.</param>
public sealed record AccessKey(string Id, string Title, Role Role, ContentHash SecretHash, DateTimeOffset CreatedAt);
