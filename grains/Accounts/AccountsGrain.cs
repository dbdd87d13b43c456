using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Accounts;

/// <inheritdoc cref="IAccountsGrain"/>
[GrainType("accounts")]
public sealed class AccountsGrain([PersistentState("AccountsState")] IPersistentState<AccountsState> storage) : Grain, IAccountsGrain
{
    /// <summary>More users than the largest college has staff who read results.</summary>
    private const int MaxUsers = 1_000;

    /// <summary>More keys than a centre has systems.</summary>
    private const int MaxKeys = 100;

    private AccountsState State => storage.State;

    public async Task<AccountOutcome> AddUser(User user)
    {
        if (Find(user.Name) is not null) return AccountOutcome.Exists;
        if (State.Users.Length >= MaxUsers) return AccountOutcome.Full;
        await storage.Commit(State with { Users = [.. State.Users, user] });
        return AccountOutcome.Done;
    }

    public Task<AccountOutcome> SetPassword(UserName name, string passwordHash)
        => Change(name, user => user with { PasswordHash = passwordHash });

    public Task<AccountOutcome> SetDisabled(UserName name, bool disabled)
        => Change(name, user => user with { Disabled = disabled });

    public async Task<AccountOutcome> AddKey(AccessKey key)
    {
        if (State.Keys.Any(existing => existing.Id == key.Id)) return AccountOutcome.Exists;
        if (State.Keys.Length >= MaxKeys) return AccountOutcome.Full;
        await storage.Commit(State with { Keys = [.. State.Keys, key] });
        return AccountOutcome.Done;
    }

    public async Task<AccountOutcome> RevokeKey(string id)
    {
        if (State.Keys.All(key => key.Id != id)) return AccountOutcome.Unknown;
        await storage.Commit(State with { Keys = [.. State.Keys.Where(key => key.Id != id)] });
        return AccountOutcome.Done;
    }

    public Task<User?> FindUser(UserName name) => Task.FromResult(Find(name));

    public Task<ImmutableArray<Account>> ListUsers()
        => Task.FromResult<ImmutableArray<Account>>([.. State.Users.Select(user => new Account(user.Name, user.FullName, user.Roles, user.Disabled))]);

    public Task<ImmutableArray<AccessKey>> ListKeys() => Task.FromResult(State.Keys);

    private User? Find(UserName name) => State.Users.FirstOrDefault(user => user.Name == name);

    private async Task<AccountOutcome> Change(UserName name, Func<User, User> change)
    {
        if (Find(name) is null) return AccountOutcome.Unknown;
        await storage.Commit(State with { Users = [.. State.Users.Select(user => user.Name == name ? change(user) : user)] });
        return AccountOutcome.Done;
    }
}
