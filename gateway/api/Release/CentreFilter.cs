using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Api.Callers;

namespace ResultsGrid.Gateway.Api.Release;

/// <summary>Stands before every route below a centre: another centre's anything is answered as if there were none, and no grain of it is asked.</summary>
public sealed class CentreFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var caller = context.HttpContext.Features.Get<Caller>();
        var named = CentreNumber.TryParse((string?)context.HttpContext.GetRouteValue("centre"), null, out var centre);
        return named && caller?.MayNameCentre(centre) == true ? next(context) : ValueTask.FromResult<object?>(Refusals.NotFound());
    }
}
