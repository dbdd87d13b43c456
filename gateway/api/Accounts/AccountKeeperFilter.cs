using Microsoft.AspNetCore.Http;
using ResultsGrid.Gateway.Api.Callers;
using ResultsGrid.Gateway.Api.Problems;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Api.Accounts;

/// <summary>Only the centre's administrator, signed in as a person, and the board's operators keep a centre's accounts.</summary>
public sealed class AccountKeeperFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var caller = context.HttpContext.Features.Get<Caller>();
        var keeps = caller is { User: not null } && (caller.IsOperator || caller.Roles.Contains(Role.CentreAdministrator));
        return keeps
            ? next(context)
            : ValueTask.FromResult<object?>(new Refusal(ProblemTypes.NotYourRole, "Users and keys are kept by the centre administrator and the board, signed in with a password."));
    }
}
