using ResultsGrid.Gateway.Callers;
using ResultsGrid.Gateway.Guards;
using ResultsGrid.Gateway.Problems;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Accounts;

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
