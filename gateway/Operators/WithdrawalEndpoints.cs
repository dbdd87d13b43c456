using Microsoft.AspNetCore.Http.HttpResults;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Gateway.Problems;
using ResultsGrid.Gateway.Release;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Results;

namespace ResultsGrid.Gateway.Operators;

/// <summary>Taking a published document back.</summary>
public static class WithdrawalEndpoints
{
    private const int MaxReasonLength = 500;

    public static IEndpointRouteBuilder MapWithdrawals(this IEndpointRouteBuilder operators)
    {
        operators.MapPost("/centres/{centre}/series/{series}/documents/{id}/withdrawal", Withdraw).WithTags("Operators");
        return operators;
    }

    private static async Task<Results<NoContent, Refusal>> Withdraw(
        CentreNumber centre, SeriesCode series, string id, WithdrawalRequest request, Caller caller, IGrainFactory grains)
    {
        if (request.Reason is not { Length: > 0 and <= MaxReasonLength } reason)
            return new Refusal(ProblemTypes.Invalid, $"reason: say why, in 1 to {MaxReasonLength} characters; everyone who asks for the document reads it.");
        return await grains.Results(series, centre).Withdraw(id, reason, caller.Id) switch
        {
            WithdrawOutcome.Withdrawn => TypedResults.NoContent(),
            WithdrawOutcome.WasWithdrawn => new Refusal(ProblemTypes.Conflict, "The document is withdrawn already."),
            _ => Refusals.NotFound(),
        };
    }
}
