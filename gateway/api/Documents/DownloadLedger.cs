using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;

namespace ResultsGrid.Gateway.Api.Documents;

/// <summary>Records a download durably before the first byte of it leaves.</summary>
/// <remarks>
/// Which responses are a download: 200 to a GET, and 206 whose range reaches the last byte. HEAD, 304, 412, 416 and a
/// middle range are none. A send that breaks off has been recorded: rather one entry too many than one lost. If the
/// ledger can't be written, the response is refused.
/// </remarks>
public static class DownloadLedger
{
    public static void RecordBeforeSending(HttpContext http, Func<Task> record)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.OnStarting(() => IsDownload(http) ? record() : Task.CompletedTask);
    }

    private static bool IsDownload(HttpContext http) => HttpMethods.IsGet(http.Request.Method) && http.Response.StatusCode switch
    {
        StatusCodes.Status200OK => true,
        StatusCodes.Status206PartialContent => ReachesTheEnd(http.Response.Headers.ContentRange),
        _ => false,
    };

    private static bool ReachesTheEnd(string? contentRange)
        => ContentRangeHeaderValue.TryParse(contentRange, out var range) && range.To + 1 == range.Length;
}
