using Microsoft.Net.Http.Headers;

namespace ResultsGrid.Gateway.Problems;

/// <summary>What request bodies the API takes beside packages: small JSON in UTF-8.</summary>
public static class RequestBodies
{
    /// <summary>The longest, all centres of a series by number, is some 50 KB.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>Refuses JSON in another character set than its own (RFC 8259, 8.1) before anything tries to read it.</summary>
    public static WebApplication UseRequestBodies(this WebApplication app)
    {
        app.Use((http, next) => IsOfAnotherCharset(http.Request.ContentType)
            ? new Refusal(ProblemTypes.WrongMediaType, "JSON is sent in UTF-8: leave the charset out of Content-Type.").ExecuteAsync(http)
            : next(http));
        return app;
    }

    private static bool IsOfAnotherCharset(string? contentType)
        => MediaTypeHeaderValue.TryParse(contentType, out var media) && media.Charset.HasValue
            && !HeaderUtilities.RemoveQuotes(media.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
