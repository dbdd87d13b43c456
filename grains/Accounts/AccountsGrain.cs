using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Grains.Accounts;

/// <inheritdoc cref="IAccountsGrain"/>
[GrainType("accounts")]
public sealed class AccountsGrain([PersistentState("AccountsState")] IPersistentState<AccountsState> storage) : Grain, IAccountsGrain
{
    /// <summary>More users than the largest college has staff who read results.</summary>
    private const int MaxUsers = 1_000;

    /// <summary>More keys than a centre has systems.</summary>
    private const int MaxKeys = 100;

    /// <summary>More waiting changes than two people leave lying about.</summary>
    private const int MaxChanges = 20;

    /// <summary>A schedule takes two, so the board is never left with fewer.</summary>
    private const int FewestOperators = 2;

    private AccountsState State => storage.State;

    public async Task<AccountOutcome> AddUser(User user)
    {
        if (Find(user.Name) is not null) return AccountOutcome.Exists;
        if (State.Users.Length >= MaxUsers) return AccountOutcome.Full;
        await storage.Commit(With(user));
        return AccountOutcome.Done;
    }

    public Task<AccountOutcome> SetPassword(UserName name, string passwordHash)
        => Change(name, user => user with { PasswordHash = passwordHash });

    public Task<AccountOutcome> SetDisabled(UserName name, bool disabled) => SetDisabledBy(name, disabled, byBoard: false);

    public async Task<AccountOutcome> SetDisabledBy(UserName name, bool disabled, bool byBoard)
        => !disabled && !byBoard && Find(name) is { DisabledByBoard: true }
            ? AccountOutcome.OfTheBoard
            : await Change(name, user => user with { Disabled = disabled, DisabledByBoard = disabled && (byBoard || user.DisabledByBoard) });

    public async Task<BoardChangeOutcome> ProposeChange(BoardChange change)
    {
        if (State.Changes.Length >= MaxChanges) return Refused(BoardChangeAnswer.Full);
        if (FaultOf(change) is { } fault) return Refused(fault);
        var proposed = change with { Number = State.ChangesProposed + 1, Revision = State.Revision };
        await storage.Commit(State with { Changes = [.. State.Changes, proposed], ChangesProposed = proposed.Number });
        return new BoardChangeOutcome(BoardChangeAnswer.Done, proposed);
    }

    public async Task<BoardChangeOutcome> ApproveChange(int number, UserName by, string? passwordHash)
    {
        if (State.Changes.FirstOrDefault(one => one.Number == number) is not { } change) return Refused(BoardChangeAnswer.Unknown);
        if (change.By == by) return Refused(BoardChangeAnswer.SamePerson);
        if (!IsAsItWas(by, change) || !IsAsItWas(change.By, change)) return Refused(BoardChangeAnswer.AccountChanged);
        if (FaultOf(change) is { } fault) return Refused(fault);
        await storage.Commit(Applied(change, passwordHash) with { Changes = [.. State.Changes.Where(one => one.Number != number)] });
        return new BoardChangeOutcome(BoardChangeAnswer.Done, change);
    }

    public async Task<AccountOutcome> DropChange(int number)
    {
        if (State.Changes.All(one => one.Number != number)) return AccountOutcome.Unknown;
        await storage.Commit(State with { Changes = [.. State.Changes.Where(one => one.Number != number)] });
        return AccountOutcome.Done;
    }

    public Task<ImmutableArray<BoardChange>> ListChanges() => Task.FromResult(State.Changes);

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
        => Task.FromResult<ImmutableArray<Account>>([.. State.Users.Select(user => new Account(user.Name, user.FullName, user.Roles, user.Disabled) { ChangedIn = user.ChangedIn, AddedInEmergency = user.AddedInEmergency })]);

    public Task<ImmutableArray<AccessKey>> ListKeys() => Task.FromResult(State.Keys);

    private User? Find(UserName name) => State.Users.FirstOrDefault(user => user.Name == name);

    private static bool IsOperator(User user) => !user.Disabled && user.Roles.Contains(Role.BoardOperator);

    private static BoardChangeOutcome Refused(BoardChangeAnswer answer) => new(answer, null);

    private bool IsAsItWas(UserName name, BoardChange change) => Find(name) is { } user && IsOperator(user) && user.ChangedIn <= change.Revision;

    private BoardChangeAnswer? FaultOf(BoardChange change)
    {
        var user = Find(change.User);
        if (change.Kind == BoardChangeKind.Add) return user is not null ? BoardChangeAnswer.Exists : State.Users.Length >= MaxUsers ? BoardChangeAnswer.Full : null;
        if (user is null) return BoardChangeAnswer.Unknown;
        var takesAway = change.Kind is BoardChangeKind.Disable or BoardChangeKind.Remove;
        return takesAway && State.Users.Count(other => IsOperator(other) && other.Name != user.Name) < FewestOperators ? BoardChangeAnswer.TooFew : null;
    }

    private AccountsState Applied(BoardChange change, string? passwordHash) => change.Kind switch
    {
        BoardChangeKind.Add => With(new User(change.User, change.FullName ?? change.User.ToString(), [Role.BoardOperator], passwordHash!, Disabled: false)),
        BoardChangeKind.ResetPassword => With(change.User, user => user with { PasswordHash = passwordHash! }),
        BoardChangeKind.Disable => With(change.User, user => user with { Disabled = true }),
        BoardChangeKind.Enable => With(change.User, user => user with { Disabled = false }),
        BoardChangeKind.Remove => State with { Users = [.. State.Users.Where(user => user.Name != change.User)] },
        _ => State,
    };

    private AccountsState With(User added)
        => added.Name.Shelf.IsBoard
            ? State with { Users = [.. State.Users, added with { ChangedIn = State.Revision + 1 }], Revision = State.Revision + 1 }
            : State with { Users = [.. State.Users, added] };

    private AccountsState With(UserName name, Func<User, User> change)
    {
        var revision = name.Shelf.IsBoard ? State.Revision + 1 : State.Revision;
        return State with { Users = [.. State.Users.Select(user => user.Name == name ? change(user) with { ChangedIn = revision } : user)], Revision = revision };
    }

    private async Task<AccountOutcome> Change(UserName name, Func<User, User> change)
    {
        if (Find(name) is null) return AccountOutcome.Unknown;
        await storage.Commit(With(name, change));
        return AccountOutcome.Done;
    }
}
