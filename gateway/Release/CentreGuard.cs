using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Gateway.Guards;
using ResultsGrid.Gateway.Problems;

namespace ResultsGrid.Gateway.Release;

/// <summary>Stands before every route below a centre: another centre's anything is answered as if there were none, and no grain of it is asked.</summary>
public sealed class CentreGuard : IGuard
{
    public ValueTask<Refusal?> Refuse(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var named = CentreNumber.TryParse((string?)http.GetRouteValue("centre"), null, out var centre);
        return ValueTask.FromResult(named && http.Features.Get<Caller>()?.MayNameCentre(centre) == true ? null : Refusals.NotFound());
    }
}
