using Microsoft.AspNetCore.Http.HttpResults;
using ResultsGrid.Awarding.Text;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Gateway.Guards;
using ResultsGrid.Gateway.Problems;
using ResultsGrid.Gateway.Release;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Accounts;

/// <summary>A centre's users and access keys, kept by its administrator and by the board.</summary>
public static class AccountEndpoints
{
    private const int MaxNameLength = 100;

    public static IEndpointRouteBuilder MapAccounts(this IEndpointRouteBuilder routes)
    {
        var centre = routes.MapGroup("/centres/{centre}").WithTags("Accounts")
            .GuardedBy<CentreGuard>().GuardedBy<AccountKeeperGuard>();
        centre.MapGet("/users", async (CentreNumber centre, IGrainFactory grains) => TypedResults.Ok(await grains.Accounts(Shelf.Of(centre)).ListUsers()));
        centre.MapPost("/users", AddUser);
        centre.MapDelete("/users/{user}", (CentreNumber centre, string user, Caller caller, IGrainFactory grains)
            => SetDisabled(Shelf.Of(centre), user, disabled: true, caller, grains));
        centre.MapPost("/users/{user}/enable", (CentreNumber centre, string user, Caller caller, IGrainFactory grains)
            => SetDisabled(Shelf.Of(centre), user, disabled: false, caller, grains));
        centre.MapPost("/users/{user}/unlock", (CentreNumber centre, string user, Caller caller, IGrainFactory grains)
            => Unlock(Shelf.Of(centre), user, caller, grains));
        centre.MapPost("/users/{user}/password", (CentreNumber centre, string user, Caller caller, AccountKeeper keeper, IGrainFactory grains)
            => ResetPassword(Shelf.Of(centre), user, caller, keeper, grains));
        centre.MapGet("/keys", ListKeys);
        centre.MapPost("/keys", AddKey);
        centre.MapDelete("/keys/{id}", RevokeKey);
        return routes;
    }

    private static async Task<Results<Created<CreatedUser>, Refusal>> AddUser(CentreNumber centre, NewUser request, AccountKeeper keeper, IGrainFactory grains)
    {
        if (!UserName.TryParse($"{centre}.{request.User}", null, out var name) || name.LooksLikeKey) return new Refusal(ProblemTypes.Invalid, $"user: '{ShownText.Of(request.User ?? "")}' does not make {UserName.Expected}.");
        if (request.Name is not { Length: > 0 and <= MaxNameLength }) return new Refusal(ProblemTypes.Invalid, $"name: the person's name, 1 to {MaxNameLength} characters.");
        if (FaultIn(request.Roles) is { } fault) return fault;
        if (!await Exists(centre, grains)) return Refusals.NotFound();

        var (outcome, password) = await keeper.AddUser(name, request.Name, [.. request.Roles]);
        return outcome == AccountOutcome.Done
            ? TypedResults.Created($"/api/v1/centres/{centre}/users", new CreatedUser(new Account(name, request.Name, [.. request.Roles], Disabled: false), password))
            : Refuse(outcome);
    }

    private static async Task<Results<NoContent, Refusal>> SetDisabled(Shelf shelf, string user, bool disabled, Caller caller, IGrainFactory grains)
    {
        var (found, refusal) = await Find(shelf, user, caller, grains);
        if (refusal is not null) return refusal;
        // Enabled again, the user signs in anew. Closed here too: a crash right after the disabling left the sessions stored.
        if (!disabled && found!.Disabled) await grains.Sessions(shelf).CloseAll(found.Name);
        if (await grains.Accounts(shelf).SetDisabledBy(found!.Name, disabled, byBoard: caller.IsOperator) == AccountOutcome.OfTheBoard)
            return new Refusal(ProblemTypes.NotYourRole, "The board disabled this user, and only the board enables them.");
        if (disabled) await grains.Sessions(shelf).CloseAll(found.Name);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, Refusal>> Unlock(Shelf shelf, string user, Caller caller, IGrainFactory grains)
    {
        var (found, refusal) = await Find(shelf, user, caller, grains);
        if (refusal is not null) return refusal;
        await grains.Sessions(shelf).Unlock(found!.Name);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<CreatedUser>, Refusal>> ResetPassword(Shelf shelf, string user, Caller caller, AccountKeeper keeper, IGrainFactory grains)
    {
        var (found, refusal) = await Find(shelf, user, caller, grains);
        if (refusal is not null) return refusal;
        var (outcome, password) = await keeper.ResetPassword(found!.Name);
        return outcome == AccountOutcome.Done
            ? TypedResults.Ok(new CreatedUser(new Account(found.Name, found.FullName, found.Roles, found.Disabled), password))
            : Refuse(outcome);
    }

    /// <summary>The user, if the caller may change their account: an administrator's is changed by the board (domain 8).</summary>
    private static async Task<(User? User, Refusal? Refusal)> Find(Shelf shelf, string user, Caller caller, IGrainFactory grains)
    {
        if (!UserName.TryParse($"{shelf}.{user}", null, out var name) || await grains.Accounts(shelf).FindUser(name) is not { } found) return (null, Refusals.NotFound());
        return caller.IsOperator || !found.Roles.Contains(Role.CentreAdministrator)
            ? (found, null)
            : (null, new Refusal(ProblemTypes.NotYourRole, "An administrator's account is unlocked and changed by the board."));
    }

    private static async Task<Ok<IReadOnlyList<ShownKey>>> ListKeys(CentreNumber centre, IGrainFactory grains)
        => TypedResults.Ok<IReadOnlyList<ShownKey>>([.. (await grains.Accounts(Shelf.Of(centre)).ListKeys()).Select(ShownKey.Of)]);

    private static async Task<Results<Created<CreatedKey>, Refusal>> AddKey(CentreNumber centre, NewKey request, Caller caller, AccountKeeper keeper, IGrainFactory grains)
    {
        if (request.Title is not { Length: > 0 and <= MaxNameLength }) return new Refusal(ProblemTypes.Invalid, $"title: what the key is for, 1 to {MaxNameLength} characters.");
        if (FaultIn([request.Role]) is { } fault) return fault;
        if (!await Exists(centre, grains)) return Refusals.NotFound();
        var (outcome, key, secret) = await keeper.AddKey(Shelf.Of(centre), request.Title, request.Role, caller.Id);
        return outcome == AccountOutcome.Done
            ? TypedResults.Created($"/api/v1/centres/{centre}/keys", new CreatedKey(ShownKey.Of(key), secret))
            : Refuse(outcome);
    }

    private static async Task<Results<NoContent, Refusal>> RevokeKey(CentreNumber centre, string id, IGrainFactory grains)
        => await grains.Accounts(Shelf.Of(centre)).RevokeKey(id) == AccountOutcome.Done ? TypedResults.NoContent() : Refusals.NotFound();

    private static async Task<bool> Exists(CentreNumber centre, IGrainFactory grains) => await grains.Centre(centre).GetProfile() is not null;

    private static Refusal? FaultIn(IReadOnlyList<Role>? roles)
    {
        if (roles is not { Count: > 0 } || roles.Any(role => !Enum.IsDefined(role))) return new Refusal(ProblemTypes.Invalid, $"roles: one or more of {string.Join(", ", ClosedSetConverter.NamesOf(typeof(Role)))}.");
        return roles.Contains(Role.BoardOperator) ? new Refusal(ProblemTypes.Invalid, "boardOperator is of the board, not of a centre.") : null;
    }

    private static Refusal Refuse(AccountOutcome outcome) => outcome switch
    {
        AccountOutcome.Exists => new Refusal(ProblemTypes.Conflict, "There is one of that name already."),
        AccountOutcome.Full => new Refusal(ProblemTypes.Conflict, "The centre has as many as it may have."),
        _ => Refusals.NotFound(),
    };
}
