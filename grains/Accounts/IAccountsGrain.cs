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

    /// <summary>Disables or enables a user. Whom the board disabled, only the board enables.</summary>
    [Alias("SetDisabledBy")]
    Task<AccountOutcome> SetDisabledBy(UserName name, bool disabled, bool byBoard);

    /// <summary>Keeps a change of an operator's account until another operator approves it.</summary>
    [Alias("ProposeChange")]
    Task<BoardChangeOutcome> ProposeChange(BoardChange change);

    /// <param name="passwordHash">Of the whole password, where the change gives one.</param>
    [Alias("ApproveChange")]
    Task<BoardChangeOutcome> ApproveChange(int number, UserName by, string? passwordHash);

    /// <summary>Takes a waiting change back.</summary>
    [Alias("DropChange")]
    Task<AccountOutcome> DropChange(int number);

    [ReadOnly, Alias("ListChanges")]
    Task<ImmutableArray<BoardChange>> ListChanges();

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
