using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using ResultsGrid.Gateway.Api.Admission;
using ResultsGrid.Gateway.Api.Callers;
using ResultsGrid.Gateway.Api.Problems;
using ResultsGrid.Gateway.Api.Snapshots;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Sessions;

namespace ResultsGrid.Gateway.Api.SignIn;

/// <summary>Signing in and out.</summary>
public static class SessionEndpoints
{
    /// <summary>Longer than any password a person or manager makes; a longer one only costs time to hash.</summary>
    private const int MaxPasswordLength = 200;

    /// <summary>The turn that all sign-ins at made-up centres share.</summary>
    private const string Nowhere = "nowhere";

    public static IEndpointRouteBuilder MapSessions(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/session").WithTags("Session");
        session.MapPost("", SignIn).AllowAnonymous().OutsideAdmission();
        session.MapGet("", (Caller caller) => TypedResults.Ok(new CurrentSession(caller.ExpiresAt, SessionUser.Of(caller))));
        session.MapDelete("", SignOut);
        return routes;
    }

    private static async Task<Results<Created<OpenedSession>, Refusal>> SignIn(
        Credentials credentials, IGrainFactory grains, ServedState served, PasswordLane passwords, IOptions<SignInOptions> options, TimeProvider clock)
    {
        if (!UserName.TryParse(credentials.User, null, out var name) || credentials.Password is not { Length: <= MaxPasswordLength } password) return Wrong();
        if (!(await served.Directory).Has(name.Shelf.ToString()))
        {
            // It takes its time, and wakes no grain.
            using var turn = await passwords.Enter(Nowhere);
            await turn.Verify(hash: null, password);
            return Wrong();
        }

        var sessions = grains.Sessions(name.Shelf);
        User? user;
        using (var turn = await passwords.Enter(name.Shelf.ToString()))
        {
            user = await grains.Accounts(name.Shelf).FindUser(name);
            if (await sessions.IsLocked(name, user is not null)) return Locked();
            if (!await turn.Verify(user is { Disabled: false } ? user.PasswordHash : null, password)) return await Refuse(sessions, user, name);
        }

        // Guesses that were being hashed side by side may have locked the account meanwhile: the right one among them gains nothing.
        if (await sessions.IsLocked(name, isKnown: true)) return Locked();
        var now = clock.GetUtcNow();
        var token = Secret.Create(name.Shelf, Secret.OfSession);
        var session = new Session(token.Hash, name, now, now + options.Value.SessionLife);
        await sessions.Open(session);
        // Whoever disables a user or replaces a password closes the sessions that are open then, and this one was not yet.
        if (await grains.Accounts(name.Shelf).FindUser(name) is not { Disabled: false } still || still.PasswordHash != user!.PasswordHash)
        {
            await sessions.Close(token.Hash);
            return Wrong();
        }

        var opened = new OpenedSession(token.Text, session.ExpiresAt, new SessionUser(name.ToString(), still.FullName, name.Shelf.Centre, still.Roles));
        return TypedResults.Created("/api/v1/session", opened);
    }

    private static async Task<NoContent> SignOut(Caller caller, IGrainFactory grains)
    {
        if (caller.User is not null) await grains.Sessions(caller.Shelf).Close(caller.SecretHash);
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
