using Microsoft.AspNetCore.Http;
using ResultsGrid.Gateway.Api.Callers;
using ResultsGrid.Gateway.Api.Guards;
using ResultsGrid.Gateway.Api.Problems;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Api.Accounts;

/// <summary>Only the centre's administrator, signed in as a person, and the board's operators keep a centre's accounts.</summary>
public sealed class AccountKeeperGuard : IGuard
{
    public ValueTask<Refusal?> Refuse(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var caller = http.Features.Get<Caller>();
        var keeps = caller is { User: not null } && (caller.IsOperator || caller.Roles.Contains(Role.CentreAdministrator));
        return ValueTask.FromResult(keeps
            ? null
            : new Refusal(ProblemTypes.NotYourRole, "Users and keys are kept by the centre administrator and the board, signed in with a password."));
    }
}
