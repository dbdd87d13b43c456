using ResultsGrid.Gateway.Admission;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Leases;

/// <summary>Holds what a request that changes something is answered until every gateway shows the change.</summary>
/// <remarks>
/// Every answer that a handler gives, a refusal too: "it is revoked already" tells of a change as much as "revoked". What
/// fails by an exception is answered at once, for it acknowledges nothing; so is what never came as far as a handler.
/// </remarks>
internal static class ShownChanges
{
    public static ValueTask<object?> Hold(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        => ChangesNothing(context.HttpContext.Request.Method) ? next(context) : HoldAnswer(context, next);

    private static async ValueTask<object?> HoldAnswer(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        var http = context.HttpContext;
        // It only waits: others may work meanwhile.
        http.Features.Get<AdmittedPlace>()?.Leave();
        await http.RequestServices.GetRequiredService<IServingLease>().ShownEverywhere(http.RequestAborted);
        return answer;
    }

    private static bool ChangesNothing(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
