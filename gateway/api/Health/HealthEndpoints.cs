using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using ResultsGrid.Gateway.Api.Release;

namespace ResultsGrid.Gateway.Api.Health;

/// <summary>For supervisors and load balancers. A clock in doubt is shown but takes nobody out of service: what was open is still served.</summary>
public static class HealthEndpoints
{
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Ok(new HealthReport("live", null, null))).WithTags("Health");
        routes.MapGet("/health/ready", Ready).WithTags("Health")
            .Produces<HealthReport>().Produces<HealthReport>(StatusCodes.Status503ServiceUnavailable);
        return routes;
    }

    private static JsonHttpResult<HealthReport> Ready(Readiness readiness, ReleaseClock clock) => readiness.WaitingFor is { } waitingFor
        ? TypedResults.Json(new HealthReport("waiting", waitingFor, clock.Read().Doubt), statusCode: StatusCodes.Status503ServiceUnavailable)
        : TypedResults.Json(new HealthReport("ready", null, clock.Read().Doubt));
}
