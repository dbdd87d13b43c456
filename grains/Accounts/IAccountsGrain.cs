using Orleans.Concurrency;

namespace ResultsGrid.Grains.Accounts;

/// <summary>The users and access keys of one shelf.</summary>
/// <remarks>Key: the shelf, for example 12345 or board.</remarks>
public interface IAccountsGrain : IGrainWithStringKey
{
    Task<AccountOutcome> AddUser(User user);

    /// <summary>Replaces the password's hash of a user.</summary>
    Task<AccountOutcome> SetPassword(UserName name, string passwordHash);

    /// <summary>A disabled user's sessions are refused from the next request on.</summary>
    Task<AccountOutcome> SetDisabled(UserName name, bool disabled);

    Task<AccountOutcome> AddKey(AccessKey key);

    /// <summary>A revoked key is refused from the next request on.</summary>
    Task<AccountOutcome> RevokeKey(string id);

    [ReadOnly]
    Task<User?> FindUser(UserName name);

    [ReadOnly]
    Task<IReadOnlyList<Account>> ListUsers();

    [ReadOnly]
    Task<IReadOnlyList<AccessKey>> ListKeys();
}
