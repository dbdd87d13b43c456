using Microsoft.AspNetCore.Http;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Api.Documents;

/// <summary>Records a download durably before the first byte of it leaves.</summary>
/// <remarks>
/// Every 200 and 206 to a GET is a download: a range that leaves out one byte is nearly everything, and ranges add up.
/// HEAD, 304, 412 and 416 carry nothing and are none. A send that breaks off has been recorded: rather one entry too
/// many than one lost. If the ledger can't be written, the response is refused.
/// </remarks>
public static class DownloadLedger
{
    public static void RecordBeforeSending(HttpContext http, Func<ValueTask> record)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.Body = new RecordedBody(http.Response.Body, () => IsDownload(http) ? record() : ValueTask.CompletedTask);
    }

    /// <summary>Everything recorded of the centre shows in its Results grain, unless the disk fails: then a list tells who fetched what up to then, rather than nothing.</summary>
    public static async Task SettleWhereItCan(IDownloadLedger ledger, SeriesCode series, CentreNumber centre)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        try
        {
            await ledger.Settle(series, centre);
        }
        catch (StorageUnavailableException)
        {
            // Health tells of the disk; the entries stay in the ledger.
        }
    }

    private static bool IsDownload(HttpContext http) => HttpMethods.IsGet(http.Request.Method)
        && http.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status206PartialContent;
}
