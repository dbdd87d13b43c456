using ResultsGrid.Gateway.Callers;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Sessions;

namespace ResultsGrid.Gateway.Snapshots;

/// <summary>Who may call for one shelf: the holders of its keys and open sessions, by the hash of their secret.</summary>
public sealed class ShelfAccess
{
    private readonly CallerTable callers;

    public ShelfAccess(Shelf shelf, IReadOnlyList<Account> users, IReadOnlyList<AccessKey> keys, IReadOnlyList<Session> sessions)
    {
        ArgumentNullException.ThrowIfNull(users);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(sessions);
        var known = new Dictionary<SecretDigest, Caller>();
        foreach (var key in keys)
            known[SecretDigest.Of(key.SecretHash)] = new Caller(shelf, Identity.OfKey(shelf, key.Id), key.Title, [key.Role], User: null, key.SecretHash, ExpiresAt: null);
        var active = users.Where(user => !user.Disabled).ToDictionary(user => user.Name);
        foreach (var session in sessions)
        {
            if (active.TryGetValue(session.User, out var user))
                known[SecretDigest.Of(session.TokenHash)] = new Caller(shelf, Identity.Of(user.Name), user.FullName, user.Roles, user.Name, session.TokenHash, session.ExpiresAt);
        }

        callers = new CallerTable(known);
    }

    public Caller? Find(SecretDigest secret, DateTimeOffset now)
        => callers.Find(secret) is { } caller && !(caller.ExpiresAt <= now) ? caller : null;
}
