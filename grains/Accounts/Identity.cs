namespace ResultsGrid.Grains.Accounts;

/// <summary>How ledgers, jobs and lists name whoever did something. A person and an access key never have the same text.</summary>
/// <remarks>A user whose name is written like a key's, as earlier versions allowed, is marked as a user: no key and no other user has a colon.</remarks>
public static class Identity
{
    private const string UserMark = "user:";

    public static string Of(UserName user) => user.LooksLikeKey ? $"{UserMark}{user}" : user.ToString();

    public static string OfKey(Shelf shelf, string id) => $"{shelf}.key.{id}";

    /// <summary>The user of that identity; null for a key's, and for a text that is no identity.</summary>
    public static UserName? UserOf(string identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        var isMarked = identity.StartsWith(UserMark, StringComparison.Ordinal);
        return UserName.TryParse(isMarked ? identity[UserMark.Length..] : identity, null, out var user) && (isMarked || !user.LooksLikeKey) ? user : null;
    }
}
