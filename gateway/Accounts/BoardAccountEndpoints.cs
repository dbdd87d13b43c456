using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using ResultsGrid.Awarding.Text;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Gateway.Problems;
using ResultsGrid.Gateway.Release;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Accounts;

/// <summary>The operators' own accounts: one operator proposes a change, another approves it.</summary>
/// <remarks>Who alone could make or take over a second account would be both people that a release needs.</remarks>
public static class BoardAccountEndpoints
{
    private const int MaxNameLength = 100;

    public static IEndpointRouteBuilder MapBoardAccounts(this IEndpointRouteBuilder operators)
    {
        var board = operators.MapGroup("/board").WithTags("Accounts");
        board.MapGet("/users", async (IGrainFactory grains) => TypedResults.Ok(await grains.Accounts(Shelf.Board).ListUsers()));
        board.MapPost("/users/{user}/unlock", Unlock);
        board.MapGet("/changes", List);
        board.MapPost("/changes", Propose);
        board.MapPost("/changes/{number}/approval", Approve);
        board.MapDelete("/changes/{number}", Drop);
        return operators;
    }

    private static async Task<Ok<IReadOnlyList<ShownBoardChange>>> List(IGrainFactory grains)
        => TypedResults.Ok<IReadOnlyList<ShownBoardChange>>([.. (await grains.Accounts(Shelf.Board).ListChanges()).Select(ShownBoardChange.Of)]);

    private static async Task<Results<Created<AgreedBoardChange>, Refusal>> Propose(NewBoardChange request, Caller caller, AccountKeeper keeper)
    {
        if (request.Kind is not { } kind) return new Refusal(ProblemTypes.Invalid, $"kind: one of {string.Join(", ", ClosedSetConverter.NamesOf(typeof(BoardChangeKind)))}.");
        if (!UserName.TryParse($"{Shelf.Board}.{request.User}", null, out var user) || user.LooksLikeKey)
            return new Refusal(ProblemTypes.Invalid, $"user: '{ShownText.Of(request.User ?? "")}' does not make {UserName.Expected}.");
        if (kind == BoardChangeKind.Add && request.Name is not { Length: > 0 and <= MaxNameLength }) return new Refusal(ProblemTypes.Invalid, $"name: the person's name, 1 to {MaxNameLength} characters.");
        if (caller.User is not { } by) return OnlyPeople();
        var outcome = await keeper.Propose(kind, user, kind == BoardChangeKind.Add ? request.Name : null, by);
        return outcome is { Answer: BoardChangeAnswer.Done, Change: { } change }
            ? TypedResults.Created("/api/v1/board/changes", new AgreedBoardChange(ShownBoardChange.Of(change), change.PasswordPart))
            : Refuse(outcome.Answer);
    }

    private static async Task<Results<Ok<AgreedBoardChange>, Refusal>> Approve(string number, Caller caller, AccountKeeper keeper)
    {
        if (Numbered(number) == 0) return Refusals.NotFound();
        if (caller.User is not { } by) return OnlyPeople();
        var (outcome, passwordPart) = await keeper.Approve(Numbered(number), by);
        return outcome is { Answer: BoardChangeAnswer.Done, Change: { } change }
            ? TypedResults.Ok(new AgreedBoardChange(ShownBoardChange.Of(change), passwordPart))
            : Refuse(outcome.Answer);
    }

    private static async Task<Results<NoContent, Refusal>> Drop(string number, Caller caller, IGrainFactory grains)
    {
        if (Numbered(number) == 0) return Refusals.NotFound();
        if (caller.User is null) return OnlyPeople();
        return await grains.Accounts(Shelf.Board).DropChange(Numbered(number)) == AccountOutcome.Done ? TypedResults.NoContent() : Refusals.NotFound();
    }

    /// <summary>One colleague is enough: it hands nobody a credential, and of two operators the other is all there is. Not oneself: whoever took a session over could guess for ever.</summary>
    private static async Task<Results<NoContent, Refusal>> Unlock(string user, Caller caller, IGrainFactory grains)
    {
        if (!UserName.TryParse($"{Shelf.Board}.{user}", null, out var name) || await grains.Accounts(Shelf.Board).FindUser(name) is null) return Refusals.NotFound();
        if (caller.User is null) return OnlyPeople();
        if (caller.User == name) return new Refusal(ProblemTypes.SecondOperator, "Another operator has to unlock your account.");
        await grains.Sessions(Shelf.Board).Unlock(name);
        return TypedResults.NoContent();
    }

    /// <summary>0, which no change has, for what is no number: there is no such change.</summary>
    private static int Numbered(string number) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;

    private static Refusal OnlyPeople() => new(ProblemTypes.NotYourRole, "Operators' accounts are changed by people who signed in, not by an access key.");

    private static Refusal Refuse(BoardChangeAnswer answer) => answer switch
    {
        BoardChangeAnswer.SamePerson => new Refusal(ProblemTypes.SecondOperator, "You proposed this change: another operator has to approve it."),
        BoardChangeAnswer.AccountChanged => new Refusal(ProblemTypes.AccountChanged, ProblemTypes.AccountChanged.Meaning),
        BoardChangeAnswer.TooFew => new Refusal(ProblemTypes.Conflict, "The board would be left with fewer than two operators."),
        BoardChangeAnswer.Exists => new Refusal(ProblemTypes.Conflict, "There is an operator of that name already."),
        BoardChangeAnswer.Full => new Refusal(ProblemTypes.Conflict, "As many operators are there, or as many changes wait, as may."),
        _ => Refusals.NotFound(),
    };
}
