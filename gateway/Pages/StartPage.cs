using Microsoft.AspNetCore.Http.HttpResults;

namespace ResultsGrid.Gateway.Pages;

/// <summary>What a browser sees at the service's address.</summary>
public static class StartPage
{
    private static readonly string Html = Read();

    public static IEndpointRouteBuilder MapStartPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Show).ExcludeFromDescription();
        return routes;
    }

    private static ContentHttpResult Show(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return TypedResults.Content(Html, "text/html; charset=utf-8");
    }

    private static string Read()
    {
        using var page = new StreamReader(typeof(StartPage).Assembly.GetManifestResourceStream("start.html")!);
        return page.ReadToEnd();
    }
}
