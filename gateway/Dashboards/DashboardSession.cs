using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ResultsGrid.Gateway.Admission;
using ResultsGrid.Gateway.SignIn;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Dashboards;

/// <summary>An operator's session for the dashboard in a cookie, since a browser that follows links sends no token of its own.</summary>
/// <remarks>A session like any other, so it ends with the user's, only sooner; and the cookie is good for nothing but the dashboard, where nothing changes anything.</remarks>
internal static class DashboardSession
{
    private const string Cookie = "resultsgrid-dashboard";
    private const string SignInPath = $"{OperatorDashboard.Path}/sign-in";

    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private static readonly string Page = ReadPage();

    /// <summary>Belongs before authentication: what follows knows tokens only.</summary>
    public static WebApplication UseDashboardSession(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            if (http.Request.Path.StartsWithSegments(OperatorDashboard.Path, StringComparison.OrdinalIgnoreCase)
                && http.Request.Headers.Authorization.Count == 0
                && http.Request.Cookies[Cookie] is { Length: > 0 } token)
                http.Request.Headers.Authorization = $"Bearer {token}";
            return next(http);
        });
        return app;
    }

    public static void MapDashboardSignIn(this WebApplication app)
    {
        app.MapGet(SignInPath, Show).AllowAnonymous().ExcludeFromDescription();
        // SameSite keeps the cookie from other sites' requests, and before it there is nothing to forge a request with.
        app.MapPost(SignInPath, SignIn).AllowAnonymous().OutsideAdmission().DisableAntiforgery().ExcludeFromDescription();
    }

    private static ContentHttpResult Show(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        return TypedResults.Content(Page, "text/html; charset=utf-8");
    }

    private static async Task<IResult> SignIn([FromForm] string user, [FromForm] string password, HttpContext http, SignInDesk desk, IServingLease lease)
    {
        http.Response.Headers.CacheControl = "no-store";
        var answer = (await desk.SignIn(new Credentials(user, password), Life, http.RequestAborted)).Result;
        if (answer is not Created<OpenedSession> { Value: { } opened }) return answer;
        // The next request may come to another node.
        await lease.ShownEverywhere(http.RequestAborted);
        http.Response.Cookies.Append(Cookie, opened.Token, new CookieOptions
        {
            Path = OperatorDashboard.Path,
            MaxAge = Life,
            HttpOnly = true,
            Secure = true,
            SameSite = SameSiteMode.Strict,
        });
        return TypedResults.LocalRedirect($"{OperatorDashboard.Path}/");
    }

    private static string ReadPage()
    {
        using var page = new StreamReader(typeof(DashboardSession).Assembly.GetManifestResourceStream("sign-in.html")!);
        return page.ReadToEnd();
    }
}
