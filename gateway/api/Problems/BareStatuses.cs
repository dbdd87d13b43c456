using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Api.Problems;

/// <summary>Gives a documented problem to every error that no handler put into words: no route, wrong method, a body that is no JSON, a fault.</summary>
public static class BareStatuses
{
    public static WebApplication UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(handler => handler.Run(Explain));
        app.UseStatusCodePages(context => new Refusal(
            ProblemTypes.Of(context.HttpContext.Response.StatusCode), Detail(context.HttpContext.Response.StatusCode)).ExecuteAsync(context.HttpContext));
        return app;
    }

    private static Task Explain(HttpContext context)
    {
        var fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (fault is BadHttpRequestException bad)
        {
            var status = bad.StatusCode == StatusCodes.Status400BadRequest ? ProblemTypes.Invalid : ProblemTypes.Of(bad.StatusCode);
            return new Refusal(status, bad.Message).ExecuteAsync(context);
        }

        if (fault is TimeoutException or OverloadedException)
            return new Refusal(ProblemTypes.Busy, "The service could not answer in time.").RetryAfter(TimeSpan.FromSeconds(2)).ExecuteAsync(context);
        return new Refusal(ProblemTypes.Fault, "The request failed by a fault of ours.").With("traceId", context.TraceIdentifier).ExecuteAsync(context);
    }

    private static string Detail(int status) => ProblemTypes.Of(status).Meaning;
}
