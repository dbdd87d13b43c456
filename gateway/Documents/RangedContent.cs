using Microsoft.Net.Http.Headers;
using ResultsGrid.Gateway.Problems;

namespace ResultsGrid.Gateway.Documents;

/// <summary>Sends content of which a GET may ask for a range of bytes (RFC 9110, 14.2): other methods and other units get all of it.</summary>
public sealed class RangedContent(IResult content) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var request = httpContext.Request;
        if (!HttpMethods.IsGet(request.Method) || !IsInBytes(request.Headers.Range)) request.Headers.Remove(HeaderNames.Range);
        await content.ExecuteAsync(httpContext);
        if (httpContext.Response is { HasStarted: false, StatusCode: StatusCodes.Status416RangeNotSatisfiable })
            await new Refusal(ProblemTypes.RangeNotSatisfiable, ProblemTypes.RangeNotSatisfiable.Meaning).ExecuteAsync(httpContext);
    }

    private static bool IsInBytes(string? range)
        => RangeHeaderValue.TryParse(range, out var parsed) && parsed.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase);
}
