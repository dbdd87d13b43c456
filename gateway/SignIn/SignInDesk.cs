using Microsoft.AspNetCore.Http.HttpResults;
using ResultsGrid.Gateway.Accounts;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Gateway.Problems;
using ResultsGrid.Gateway.Snapshots;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Sessions;

namespace ResultsGrid.Gateway.SignIn;

/// <summary>Opens a session for whoever knows a user's password.</summary>
public sealed class SignInDesk(IGrainFactory grains, ServedState served, PasswordLane passwords, AccountKeeper keeper, [FromKeyedServices(Clocks.Service)] TimeProvider clock)
{
    /// <summary>Longer than any password a person or manager makes; a longer one only costs time to hash.</summary>
    private const int MaxPasswordLength = 200;

    /// <summary>Shorter ones are guessed.</summary>
    private const int MinPasswordLength = 12;

    /// <summary>The turn that all sign-ins at made-up centres share.</summary>
    private const string Nowhere = "nowhere";

    /// <param name="life">How long the session stays open.</param>
    /// <param name="gone">Whoever has left waits for no turn.</param>
    public async Task<Results<Created<OpenedSession>, Refusal>> SignIn(Credentials credentials, TimeSpan life, CancellationToken gone)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        if (!UserName.TryParse(credentials.User, null, out var name) || credentials.Password is not { Length: <= MaxPasswordLength } password) return Wrong();
        if (!(await served.Directory).Has(name.Shelf.ToString()))
        {
            // It takes its time, and wakes no grain.
            using var turn = await passwords.Enter(Nowhere, name.ToString(), gone);
            await turn.Verify(hash: null, password);
            return Wrong();
        }

        var sessions = grains.Sessions(name.Shelf);
        User? user;
        using (var turn = await passwords.Enter(name.Shelf.ToString(), name.ToString(), gone))
        {
            user = await grains.Accounts(name.Shelf).FindUser(name);
            if (await sessions.IsLocked(name, user is not null)) return Locked();
            if (!await turn.Verify(user is { Disabled: false } ? user.PasswordHash : null, password)) return await Refuse(sessions, user, name);
        }

        // Guesses that were being hashed side by side may have locked the account meanwhile: the right one among them gains nothing.
        if (await sessions.IsLocked(name, isKnown: true)) return Locked();
        var now = clock.GetUtcNow();
        var token = Secret.Create(name.Shelf, Secret.OfSession);
        var session = new Session(token.Hash, name, now, now + life);
        await sessions.Open(session);
        // Whoever disables a user or replaces a password closes the sessions that are open then, and this one was not yet.
        if (await grains.Accounts(name.Shelf).FindUser(name) is not { Disabled: false } still || still.PasswordHash != user!.PasswordHash)
        {
            await sessions.Close(token.Hash);
            return Wrong();
        }

        var opened = new OpenedSession(token.Text, session.ExpiresAt, new SessionUser(Identity.Of(name), still.FullName, name.Shelf.Centre, still.Roles));
        return TypedResults.Created("/api/v1/session", opened);
    }

    /// <summary>Replaces a signed-in person's password, if they know it. Wrong ones count as they do at a sign-in: an open session is no place to guess.</summary>
    public async Task<Results<NoContent, Refusal>> ChangePassword(PasswordChange change, UserName? person, CancellationToken gone)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.New is not { Length: >= MinPasswordLength and <= MaxPasswordLength } fresh || change.Old is not { Length: <= MaxPasswordLength } old)
            return new Refusal(ProblemTypes.Invalid, $"old: the password until now; new: {MinPasswordLength} to {MaxPasswordLength} characters.");
        if (person is not { } name) return new Refusal(ProblemTypes.NotYourRole, "An access key has no password.");
        var sessions = grains.Sessions(name.Shelf);
        using (var turn = await passwords.Enter(name.Shelf.ToString(), name.ToString(), gone))
        {
            if (await sessions.IsLocked(name, isKnown: true)) return Locked();
            var user = await grains.Accounts(name.Shelf).FindUser(name);
            if (!await turn.Verify(user?.PasswordHash, old))
                return await sessions.RecordWrongPassword(name, isKnown: true) == 0 ? Locked() : new Refusal(ProblemTypes.WrongPassword, ProblemTypes.WrongPassword.Meaning);
        }

        await keeper.ChangePassword(name, fresh);
        return TypedResults.NoContent();
    }

    private static async Task<Refusal> Refuse(ISessionsGrain sessions, User? user, UserName name)
    {
        return await sessions.RecordWrongPassword(name, user is not null) switch
        {
            0 => Locked(),
            1 => new Refusal(ProblemTypes.SignInRefused, "User name and password don't belong together. One more wrong password locks the account: ask your centre administrator for a new one instead."),
            _ => Wrong(),
        };
    }

    private static Refusal Wrong() => new(ProblemTypes.SignInRefused, ProblemTypes.SignInRefused.Meaning);

    private static Refusal Locked() => new(ProblemTypes.AccountLocked, ProblemTypes.AccountLocked.Meaning);
}
