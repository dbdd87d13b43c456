using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Accounts;

/// <summary>An access key without its secret.</summary>
/// <param name="CreatedBy">The user who made it, or null where that was not noted.</param>
public sealed record ShownKey(string Id, string Title, Role Role, DateTimeOffset CreatedAt, string? CreatedBy)
{
    public static ShownKey Of(AccessKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(key.Id, key.Title, key.Role, key.CreatedAt, key.CreatedBy);
    }
}
