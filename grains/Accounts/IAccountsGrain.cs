using Orleans.Concurrency;

namespace ResultsGrid.Grains.Accounts;

/// <summary>The users and access keys of one shelf.</summary>
/// <remarks>Key: the shelf, for example 12345 or board.</remarks>
[Alias("IAccountsGrain")]
public interface IAccountsGrain : IGrainWithStringKey
{
    [Alias("AddUser")]
    Task<AccountOutcome> AddUser(User user);

    /// <summary>Replaces the password's hash of a user.</summary>
    [Alias("SetPassword")]
    Task<AccountOutcome> SetPassword(UserName name, string passwordHash);

    /// <summary>A disabled user's sessions are refused from the next request on.</summary>
    [Alias("SetDisabled")]
    Task<AccountOutcome> SetDisabled(UserName name, bool disabled);

    [Alias("AddKey")]
    Task<AccountOutcome> AddKey(AccessKey key);

    /// <summary>A revoked key is refused from the next request on.</summary>
    [Alias("RevokeKey")]
    Task<AccountOutcome> RevokeKey(string id);

    [ReadOnly, Alias("FindUser")]
    Task<User?> FindUser(UserName name);

    [ReadOnly, Alias("ListUsers")]
    Task<ImmutableArray<Account>> ListUsers();

    [ReadOnly, Alias("ListKeys")]
    Task<ImmutableArray<AccessKey>> ListKeys();
}
