using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace ResultsGrid.Gateway.Telemetry;

/// <summary>Names a request's span by its method and route; the path would name the centre.</summary>
internal sealed class RequestSpans : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, rest) => http.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span ? Named(span, http, rest) : rest(http));
        next(app);
    };

    private static async Task Named(Activity span, HttpContext http, RequestDelegate rest)
    {
        await rest(http).ConfigureAwait(false);
        // The short way to a document has none, and no other request is answered with 200 or 304 without one.
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        var method = HttpMethods.GetCanonicalizedValue(http.Request.Method);
        span.DisplayName = route is null ? method : $"{method} {route}";
        span.SetTag("http.request.method", method).SetTag("http.route", route).SetTag("http.response.status_code", http.Response.StatusCode);
    }
}
