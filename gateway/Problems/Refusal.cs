using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using ResultsGrid.Gateway.Telemetry;

namespace ResultsGrid.Gateway.Problems;

/// <summary>A refusal on its way to the client: one problem of a documented type.</summary>
public sealed class Refusal(ProblemType type, string detail) : IResult
{
    /// <summary>What an answer says of the representation that it would have carried. Content-Range stays: a 416 tells the length by it.</summary>
    private static readonly string[] OfTheRepresentation =
    [
        HeaderNames.ETag, HeaderNames.LastModified, HeaderNames.AcceptRanges, HeaderNames.Vary,
        HeaderNames.ContentDisposition, HeaderNames.ContentEncoding, HeaderNames.ContentLength,
    ];

    private readonly Dictionary<string, object?> members = [];
    private TimeSpan? retryAfter;

    /// <summary>Adds a member that the type documents.</summary>
    public Refusal With(string member, object? value)
    {
        if (value is not null) members[member] = value;
        return this;
    }

    /// <summary>Says when to come back; rounded up, so that nobody comes a moment early.</summary>
    public Refusal RetryAfter(TimeSpan wait)
    {
        retryAfter = wait;
        return this;
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        // Here, because every refusal comes this way, from wherever it was decided.
        if (type.Status >= StatusCodes.Status500InternalServerError) httpContext.RequestServices.GetRequiredService<GatewayMeter>().Refused(type.Name);
        if (retryAfter is { } wait)
            httpContext.Response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        foreach (var header in OfTheRepresentation) httpContext.Response.Headers.Remove(header);
        httpContext.Response.Headers.CacheControl = "no-store";
        return TypedResults.Problem(new ProblemDetails
        {
            Type = type.Address,
            Status = type.Status,
            Title = type.Title,
            Detail = detail,
            Extensions = members,
        }).ExecuteAsync(httpContext);
    }
}
