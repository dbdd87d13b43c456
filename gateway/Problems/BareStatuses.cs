using Microsoft.AspNetCore.Diagnostics;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Problems;

/// <summary>Gives a documented problem to every error that no handler put into words: no route, wrong method, a body that is no JSON, a fault.</summary>
public static class BareStatuses
{
    private static readonly TimeSpan CallRetry = TimeSpan.FromSeconds(2);

    /// <summary>A disk is not mended within seconds.</summary>
    private static readonly TimeSpan StorageRetry = TimeSpan.FromSeconds(30);

    public static WebApplication UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = Explain,
            AllowStatusCode404Response = true,
            // A client's mistake is answered, not logged as an error of ours; and a refusal for want of room is neither, and
            // hundreds of stack traces a second would be most of what a storm costs.
            SuppressDiagnosticsCallback = thrown => thrown.Exception is BadHttpRequestException or OverloadedException,
        });
        app.UseStatusCodePages(context => new Refusal(
            ProblemTypes.Of(context.HttpContext.Response.StatusCode), Detail(context.HttpContext.Response.StatusCode)).ExecuteAsync(context.HttpContext));
        return app;
    }

    /// <summary>What a request that failed by this is told.</summary>
    public static Refusal RefusalOf(Exception? fault, HttpContext context) => fault switch
    {
        OverloadedException { RetryAfter: { } wait } full => new Refusal(ProblemTypes.Busy, full.Message).RetryAfter(wait),
        TimeoutException or OverloadedException => new Refusal(ProblemTypes.Busy, "The service could not answer in time.").RetryAfter(CallRetry),
        // Of a grain that is active twice for a moment, one is told so and gives way.
        StateConflictException => new Refusal(ProblemTypes.Busy, "Something else changed the same at this moment, so nothing was written.").RetryAfter(CallRetry),
        StorageUnavailableException => new Refusal(ProblemTypes.StorageUnavailable, ProblemTypes.StorageUnavailable.Meaning).RetryAfter(StorageRetry),
        _ => new Refusal(ProblemTypes.Fault, "The request failed by a fault of ours.").With("traceId", context.TraceIdentifier),
    };

    private static Task Explain(HttpContext context)
    {
        var handled = context.Features.Get<IExceptionHandlerFeature>();
        var refusal = handled?.Error is BadHttpRequestException bad
            ? UnreadableRequest.Refuse(bad, handled.RouteValues, context.Request.Query)
            : RefusalOf(handled?.Error, context);
        return refusal.ExecuteAsync(context);
    }

    private static string Detail(int status) => status == StatusCodes.Status413PayloadTooLarge
        ? $"A request takes up to {RequestBodies.MaxBytes / 1024} KB; only POST /api/v1/series takes more."
        : ProblemTypes.Of(status).Meaning;
}
