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

    public async Task<(AccountOutcome Outcome, string Password)> AddUser(UserName name, string fullName, ImmutableArray<Role> roles)
    {
        var password = RandomNumberGenerator.GetString(PasswordAlphabet, PasswordLength);
        var user = new User(name, fullName, roles, await passwords.Hash(name.Shelf.ToString(), name.ToString(), password), Disabled: false);
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

    public async Task<(AccountOutcome Outcome, AccessKey Key, string Secret)> AddKey(Shelf shelf, string title, Role role, string? by = null)
    {
        var secret = Secret.Create(shelf, Secret.OfKey);
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyIdBytes));
        var key = new AccessKey(id, title, role, secret.Hash, clock.GetUtcNow()) { CreatedBy = by };
        return (await grains.Accounts(shelf).AddKey(key), key, secret.Text);
    }
}
