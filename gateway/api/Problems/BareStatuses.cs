using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Api.Problems;

/// <summary>Gives a documented problem to every error that no handler put into words: no route, wrong method, a body that is no JSON, a fault.</summary>
public static class BareStatuses
{
    /// <summary>A disk is not mended within seconds.</summary>
    private static readonly TimeSpan StorageRetry = TimeSpan.FromSeconds(30);

    public static WebApplication UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = Explain,
            AllowStatusCode404Response = true,
            // A client's mistake is answered, not logged as an error of ours.
            SuppressDiagnosticsCallback = thrown => thrown.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePages(context => new Refusal(
            ProblemTypes.Of(context.HttpContext.Response.StatusCode), Detail(context.HttpContext.Response.StatusCode)).ExecuteAsync(context.HttpContext));
        return app;
    }

    private static Task Explain(HttpContext context)
    {
        var handled = context.Features.Get<IExceptionHandlerFeature>();
        if (handled?.Error is BadHttpRequestException bad)
            return UnreadableRequest.Refuse(bad, handled.RouteValues, context.Request.Query).ExecuteAsync(context);
        if (handled?.Error is TimeoutException or OverloadedException)
            return new Refusal(ProblemTypes.Busy, "The service could not answer in time.").RetryAfter(TimeSpan.FromSeconds(2)).ExecuteAsync(context);
        if (handled?.Error is StorageUnavailableException)
            return new Refusal(ProblemTypes.StorageUnavailable, ProblemTypes.StorageUnavailable.Meaning).RetryAfter(StorageRetry).ExecuteAsync(context);
        return new Refusal(ProblemTypes.Fault, "The request failed by a fault of ours.").With("traceId", context.TraceIdentifier).ExecuteAsync(context);
    }

    private static string Detail(int status) => status == StatusCodes.Status413PayloadTooLarge
        ? $"A request takes up to {RequestBodies.MaxBytes / 1024} KB; only POST /api/v1/series takes more."
        : ProblemTypes.Of(status).Meaning;
}
