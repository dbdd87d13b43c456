using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Gateway.Server;
using ResultsGrid.Gateway.Snapshots;
using ResultsGrid.Gateway.Telemetry;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Gateway.Documents;

/// <summary>Records a download durably before the first byte of it leaves.</summary>
/// <remarks>
/// Every 200 and 206 to a GET is a download: a range that leaves out one byte is nearly everything, and ranges add up.
/// HEAD, 304, 412 and 416 carry nothing and are none. A send that breaks off has been recorded: rather one entry too
/// many than one lost. If the ledger can't be written, the response is refused.
/// </remarks>
public sealed class DownloadLedger(IDownloadLedger ledger, GatewayMeter meter, [FromKeyedServices(Clocks.Service)] TimeProvider clock)
{
    /// <summary>Durable once completed; then <see cref="Count"/> it. What waits runs on the ledger's own thread, so it does no more than send what is in memory.</summary>
    public ValueTask Record(Caller caller, ServedResults results, IReadOnlyList<string> documentIds)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(results);
        return ledger.Record(new Download(clock.GetUtcNow(), caller.Id, results.Series, results.Centre, results.Version, documentIds));
    }

    /// <summary>Counts a download that is recorded. Apart from <see cref="Record"/>, which would have to await for it what its caller awaits anyway.</summary>
    public void Count() => meter.Downloaded();

    /// <summary>Where it is not known yet whether the answer will carry anything.</summary>
    public void RecordBeforeSending(HttpContext http, Caller caller, ServedResults results, IReadOnlyList<string> documentIds)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.Body = new RecordedBody(http.Response.Body, () => IsDownload(http) ? RecordAndCount(caller, results, documentIds) : ValueTask.CompletedTask);
    }

    /// <summary>Everything recorded of the centre shows in its Results grain, unless the disk fails: then a list tells who fetched what up to then, rather than nothing.</summary>
    public async Task SettleWhereItCan(SeriesCode series, CentreNumber centre)
    {
        try
        {
            await ledger.Settle(series, centre);
        }
        catch (StorageUnavailableException)
        {
            // Health tells of the disk; the entries stay in the ledger.
        }
    }

    private async ValueTask RecordAndCount(Caller caller, ServedResults results, IReadOnlyList<string> documentIds)
    {
        await Record(caller, results, documentIds).ConfigureAwait(false);
        // The ledger's thread has others to answer, and to flush again: what a route still does may take long.
        await default(PoolHop);
        Count();
    }

    private static bool IsDownload(HttpContext http) => HttpMethods.IsGet(http.Request.Method)
        && http.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status206PartialContent;
}
