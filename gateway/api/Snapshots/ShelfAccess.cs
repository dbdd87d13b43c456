using ResultsGrid.Gateway.Api.Callers;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Sessions;

namespace ResultsGrid.Gateway.Api.Snapshots;

/// <summary>Who may call for one shelf: the holders of its keys and open sessions, by the hash of their secret.</summary>
public sealed class ShelfAccess
{
    private readonly Dictionary<SecretDigest, Caller> callers = [];

    public ShelfAccess(Shelf shelf, IReadOnlyList<Account> users, IReadOnlyList<AccessKey> keys, IReadOnlyList<Session> sessions)
    {
        ArgumentNullException.ThrowIfNull(users);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(sessions);
        foreach (var key in keys)
            callers[SecretDigest.Of(key.SecretHash)] = new Caller(shelf, $"{shelf}.key.{key.Id}", key.Title, [key.Role], User: null, key.SecretHash, ExpiresAt: null);
        var active = users.Where(user => !user.Disabled).ToDictionary(user => user.Name);
        foreach (var session in sessions)
        {
            if (active.TryGetValue(session.User, out var user))
                callers[SecretDigest.Of(session.TokenHash)] = new Caller(shelf, user.Name.ToString(), user.FullName, user.Roles, user.Name, session.TokenHash, session.ExpiresAt);
        }
    }

    public Caller? Find(SecretDigest secret, DateTimeOffset now)
        => callers.TryGetValue(secret, out var caller) && !(caller.ExpiresAt <= now) ? caller : null;
}
