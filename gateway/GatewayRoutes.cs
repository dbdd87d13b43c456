using ResultsGrid.Gateway.Accounts;
using ResultsGrid.Gateway.Admission;
using ResultsGrid.Gateway.Assessments;
using ResultsGrid.Gateway.Candidates;
using ResultsGrid.Gateway.Centres;
using ResultsGrid.Gateway.Documents;
using ResultsGrid.Gateway.Guards;
using ResultsGrid.Gateway.Health;
using ResultsGrid.Gateway.HotPath;
using ResultsGrid.Gateway.Leases;
using ResultsGrid.Gateway.Operators;
using ResultsGrid.Gateway.Pages;
using ResultsGrid.Gateway.Problems;
using ResultsGrid.Gateway.Release;
using ResultsGrid.Gateway.Server;
using ResultsGrid.Gateway.SignIn;

namespace ResultsGrid.Gateway;

/// <summary>Every address of the service.</summary>
public static class GatewayRoutes
{
    public static WebApplication MapResultsGrid(this WebApplication app)
    {
        app.UseMiddleware<DocumentPath>();
        app.UseThreadPool();
        app.UseRouting();
        app.UseProblems();
        app.UseServingLease();
        app.UseAdmission();
        // Whoever waited for a place is decided about as things are now; the lease may be gone by then.
        app.UseServingLease();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseGuards();
        app.UseRequestBodies();

        var open = app.MapGroup("").AllowAnonymous().WithoutLease();
        open.MapHealth();
        open.MapProblems();
        open.MapStartPage();
        open.MapOpenApi("/openapi/v1.json");

        var api = app.MapGroup("/api/v1").RequireAuthorization().AddEndpointFilter(ForbidStoring).AddEndpointFilter(ShownChanges.Hold);
        api.MapSessions();
        api.MapCentres();
        api.MapAccounts();
        api.MapPublicAssessments();
        api.MapResultsOfCentres();
        api.MapOperations();
        return app;
    }

    private static void MapResultsOfCentres(this IEndpointRouteBuilder api)
    {
        var series = api.MapGroup("/centres/{centre}/series/{series}")
            .GuardedBy<CentreGuard>()
            .GuardedBy<ResultsGuard>();
        series.MapDocuments();
        series.MapCandidates();
        series.MapAssessments();
    }

    /// <summary>Names, results, keys and passwords stay in no cache. A single document says otherwise for itself: it is revalidated each time.</summary>
    private static ValueTask<object?> ForbidStoring(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }

    private static void MapOperations(this IEndpointRouteBuilder api)
    {
        var operators = api.MapGroup("").RequireAuthorization(GatewayServices.OperatorPolicy);
        operators.MapSeries();
        operators.MapSchedules();
        operators.MapWithdrawals();
        operators.MapBoardAccounts();
    }
}
