using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ResultsGrid.Gateway.Problems;

/// <summary>What request bodies the API takes beside packages: small JSON in UTF-8.</summary>
public static class RequestBodies
{
    /// <summary>The longest, all centres of a series by number, is some 50 KB.</summary>
    public const int MaxBytes = 64 * 1024;

    private const string Charset = "charset";
    private const string Utf8 = "utf-8";

    /// <summary>Leaves the judgement of media types to <see cref="UseRequestBodies"/>.</summary>
    /// <remarks>The framework's own judges while routing: before anybody knows who asks, and in the place of the route's own endpoint with all that stands on it.</remarks>
    public static IServiceCollection AddRequestBodies(this IServiceCollection services)
    {
        services.AddRouting();
        services.Remove(services.Single(service => service.ServiceType == typeof(MatcherPolicy) && service.ImplementationType?.Name == "AcceptsMatcherPolicy"));
        return services;
    }

    /// <summary>Refuses a body of another media type than the route's, or JSON in another character set than its own (RFC 8259, 8.1).</summary>
    /// <remarks>What is let through has the bare media type from here on: the framework fails on some parameters, a quoted character set among them.</remarks>
    public static WebApplication UseRequestBodies(this WebApplication app)
    {
        app.Use((http, next) =>
        {
            var taken = http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes;
            if (taken is null || http.Request.Headers.ContentType is { Count: 0 }) return next(http);
            if (MediaTypeOf(http.Request.ContentType, taken) is not { } mediaType)
                return new Refusal(ProblemTypes.WrongMediaType, $"Send {string.Join(" or ", taken)}, and leave the charset out of Content-Type or have it say utf-8.").ExecuteAsync(http);
            http.Request.ContentType = mediaType;
            return next(http);
        });
        return app;
    }

    /// <summary>The one of those that are taken, or null where it is none of them.</summary>
    private static string? MediaTypeOf(string? contentType, IEnumerable<string> taken)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var media)) return null;
        var charsets = media.Parameters.Where(parameter => parameter.Name.Equals(Charset, StringComparison.OrdinalIgnoreCase)).ToList();
        return charsets is [] || (charsets is [var only] && IsUtf8(only.Value))
            ? taken.FirstOrDefault(one => media.MediaType.Equals(one, StringComparison.OrdinalIgnoreCase))
            : null;
    }

    private static bool IsUtf8(StringSegment charset) => HeaderUtilities.RemoveQuotes(charset).Equals(Utf8, StringComparison.OrdinalIgnoreCase);
}
