using System.Security.Cryptography;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Accounts;

/// <summary>Makes users and keys with secrets of their own: random, shown once, stored only as hashes.</summary>
public sealed class AccountKeeper(IGrainFactory grains, PasswordLane passwords, [FromKeyedServices(Clocks.Service)] TimeProvider clock)
{
    /// <summary>No letters or digits that are mistaken for each other when read from paper.</summary>
    private const string PasswordAlphabet = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>About 116 bits.</summary>
    private const int PasswordLength = 20;

    private const int KeyIdBytes = 4;

    public async Task<(AccountOutcome Outcome, string Password)> AddUser(UserName name, string fullName, ImmutableArray<Role> roles, bool isEmergency = false)
    {
        var password = RandomNumberGenerator.GetString(PasswordAlphabet, PasswordLength);
        var user = new User(name, fullName, roles, await passwords.Hash(name.Shelf.ToString(), name.ToString(), password), Disabled: false)
        {
            AddedInEmergency = isEmergency ? clock.GetUtcNow() : null,
        };
        return (await grains.Accounts(name.Shelf).AddUser(user), password);
    }

    public async Task<(AccountOutcome Outcome, string Password)> ResetPassword(UserName name)
    {
        var password = RandomNumberGenerator.GetString(PasswordAlphabet, PasswordLength);
        var outcome = await grains.Accounts(name.Shelf).SetPassword(name, await passwords.Hash(name.Shelf.ToString(), name.ToString(), password));
        if (outcome != AccountOutcome.Done) return (outcome, password);
        await grains.Sessions(name.Shelf).CloseAll(name);
        await grains.Sessions(name.Shelf).Unlock(name);
        return (outcome, password);
    }

    /// <summary>Keeps a change of an operator's account for another operator. Where it gives a password, the proposer is told half of it now.</summary>
    public Task<BoardChangeOutcome> Propose(BoardChangeKind kind, UserName user, string? fullName, UserName by)
        => grains.Accounts(Shelf.Board).ProposeChange(new BoardChange(Number: 0, kind, user, fullName, by, clock.GetUtcNow(), Revision: 0)
        {
            PasswordPart = GivesPassword(kind) ? RandomNumberGenerator.GetString(PasswordAlphabet, PasswordLength) : null,
        });

    /// <summary>Makes a waiting change. Of a new password the approver is told the other half: neither of the two can sign in with theirs.</summary>
    public async Task<(BoardChangeOutcome Outcome, string? PasswordPart)> Approve(int number, UserName by)
    {
        var accounts = grains.Accounts(Shelf.Board);
        if ((await accounts.ListChanges()).FirstOrDefault(one => one.Number == number) is not { } waiting) return (new BoardChangeOutcome(BoardChangeAnswer.Unknown, null), null);
        var part = GivesPassword(waiting.Kind) ? RandomNumberGenerator.GetString(PasswordAlphabet, PasswordLength) : null;
        var hash = part is null ? null : await passwords.Hash(Shelf.Board.ToString(), waiting.User.ToString(), waiting.PasswordPart + part);
        var outcome = await accounts.ApproveChange(number, by, hash);
        if (outcome.Answer != BoardChangeAnswer.Done) return (outcome, null);
        if (waiting.Kind != BoardChangeKind.Unlock) await grains.Sessions(Shelf.Board).CloseAll(waiting.User);
        if (waiting.Kind is BoardChangeKind.Add or BoardChangeKind.ResetPassword or BoardChangeKind.Unlock) await grains.Sessions(Shelf.Board).Unlock(waiting.User);
        return (outcome, part);
    }

    /// <summary>Gives an account the password that its owner chose; every session of theirs ends.</summary>
    public async Task ChangePassword(UserName name, string password)
    {
        await grains.Accounts(name.Shelf).SetPassword(name, await passwords.Hash(name.Shelf.ToString(), name.ToString(), password));
        await grains.Sessions(name.Shelf).CloseAll(name);
    }

    private static bool GivesPassword(BoardChangeKind kind) => kind is BoardChangeKind.Add or BoardChangeKind.ResetPassword;

    public async Task<(AccountOutcome Outcome, AccessKey Key, string Secret)> AddKey(Shelf shelf, string title, Role role, string? by = null)
    {
        var secret = Secret.Create(shelf, Secret.OfKey);
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyIdBytes));
        var key = new AccessKey(id, title, role, secret.Hash, clock.GetUtcNow()) { CreatedBy = by };
        return (await grains.Accounts(shelf).AddKey(key), key, secret.Text);
    }
}
