using ResultsGrid.Gateway.Api.Callers;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Sessions;

namespace ResultsGrid.Gateway.Api.Snapshots;

/// <summary>Who may call for one shelf: the holders of its keys and open sessions, by the hash of their secret.</summary>
public sealed class ShelfAccess
{
    private readonly Dictionary<string, Caller> callers = new(StringComparer.Ordinal);

    public ShelfAccess(Shelf shelf, IReadOnlyList<Account> users, IReadOnlyList<AccessKey> keys, IReadOnlyList<Session> sessions)
    {
        ArgumentNullException.ThrowIfNull(users);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(sessions);
        foreach (var key in keys)
            callers[key.SecretHash.ToString()] = new Caller(shelf, $"{shelf}.key.{key.Id}", key.Title, [key.Role], User: null, key.SecretHash, ExpiresAt: null);
        var active = users.Where(user => !user.Disabled).ToDictionary(user => user.Name);
        foreach (var session in sessions)
        {
            if (active.TryGetValue(session.User, out var user))
                callers[session.TokenHash.ToString()] = new Caller(shelf, user.Name.ToString(), user.FullName, user.Roles, user.Name, session.TokenHash, session.ExpiresAt);
        }
    }

    /// <param name="secretHash">64 hexadecimal digits.</param>
    public Caller? Find(ReadOnlySpan<char> secretHash, DateTimeOffset now)
        => callers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(secretHash, out var caller) && !(caller.ExpiresAt <= now) ? caller : null;
}
