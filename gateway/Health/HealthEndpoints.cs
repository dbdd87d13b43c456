using Microsoft.AspNetCore.Http.HttpResults;
using ResultsGrid.Gateway.Admission;
using ResultsGrid.Gateway.Release;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Health;

/// <summary>For supervisors and load balancers. A clock in doubt is shown but takes nobody out of service: what was open is still served.</summary>
public static class HealthEndpoints
{
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Ok(new HealthReport("live", null, null))).WithTags("Health").OutsideAdmission();
        routes.MapGet("/health/ready", Ready).WithTags("Health").OutsideAdmission()
            .Produces<HealthReport>().Produces<HealthReport>(StatusCodes.Status503ServiceUnavailable);
        return routes;
    }

    private static JsonHttpResult<HealthReport> Ready(Readiness readiness, ReleaseClock clock, IStorageHealth storage)
    {
        var doubt = clock.Read().Doubt;
        if (readiness.WaitingFor is { } waitingFor) return NotReady(new HealthReport("waiting", waitingFor, doubt));
        return storage.Trouble is { } trouble
            ? NotReady(new HealthReport("failing", null, doubt, trouble))
            : TypedResults.Json(new HealthReport("ready", null, doubt, Unread: readiness.Unread is { Count: > 0 } unread ? unread : null));
    }

    private static JsonHttpResult<HealthReport> NotReady(HealthReport report) => TypedResults.Json(report, statusCode: StatusCodes.Status503ServiceUnavailable);
}
