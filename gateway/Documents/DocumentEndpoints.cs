using Microsoft.AspNetCore.Http.HttpResults;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Gateway.Problems;
using ResultsGrid.Gateway.Release;
using ResultsGrid.Gateway.Snapshots;
using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;
using ResultsGrid.Grains.Results;

namespace ResultsGrid.Gateway.Documents;

/// <summary>A centre's published documents: the list, each one, all in one ZIP, and who fetched what.</summary>
public static class DocumentEndpoints
{
    private static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>What documents are published as.</summary>
    private static readonly string[] MediaTypes = ["application/xml", "application/zip", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/octet-stream", "text/csv"];

    public static IEndpointRouteBuilder MapDocuments(this IEndpointRouteBuilder series)
    {
        series.MapGet("/documents", List).WithTags("Documents");
        series.MapMethods("/documents/{id}", GetAndHead, Send).WithTags("Documents")
            .Produces<Stream>(StatusCodes.Status200OK, "application/pdf", MediaTypes)
            .Produces<Stream>(StatusCodes.Status206PartialContent, "application/pdf", MediaTypes)
            .Produces(StatusCodes.Status304NotModified)
            .Produces(StatusCodes.Status410Gone)
            .Produces(StatusCodes.Status412PreconditionFailed)
            .Produces(StatusCodes.Status416RangeNotSatisfiable);
        series.MapGet("/documents.zip", SendAll).WithTags("Documents").Produces<Stream>(StatusCodes.Status200OK, "application/zip");
        series.MapGet("/downloads", ListDownloads).WithTags("Documents");
        return series;
    }

    private static async Task<Results<Ok<DocumentList>, Refusal>> List(
        CentreNumber centre, SeriesCode series, Caller caller, ServedState served, DownloadLedger ledger, IGrainFactory grains, IReleaseGate gate)
    {
        if ((await served.ResultsOf(series, centre)).Latest is not { } latest) return NothingPublished();
        await ledger.SettleWhereItCan(series, centre);
        var fetches = (await grains.Results(series, centre).GetFetches()).ToLookup(fetch => fetch.DocumentId);
        var from = LondonTime.AtLondon(ReleaseDecision.AvailableFrom(caller.Reader, await gate.ApprovedSchedule(series)));
        return TypedResults.Ok(new DocumentList(latest.Published.Version, latest.Published.PublishedAt,
        [
            .. latest.Published.Manifest.Documents.Select(document => new ListedDocument(
                document.Id, document.Kind, document.Title, document.FileName, document.MediaType, document.Content.Bytes, document.Content.Sha256, from,
                latest.WithdrawalOf(document.Id)?.Reason,
                [.. fetches[document.Id].OrderBy(fetch => fetch.First).Select(fetch => new DocumentFetch(fetch.By, fetch.First, fetch.Last, fetch.Count))])),
        ]));
    }

    private static async Task<IResult> Send(
        CentreNumber centre, SeriesCode series, string id, Caller caller, HttpContext http, ServedState served, DownloadLedger ledger, DocumentSender sender)
    {
        var results = await served.ResultsOf(series, centre);
        if (results.Latest is null) return NothingPublished();
        if (results.Find(id) is not { } wanted) return Refusals.NotFound();
        if (wanted.Withdrawal is { } withdrawal) return new Refusal(ProblemTypes.Withdrawn, withdrawal.Reason);

        ledger.RecordBeforeSending(http, caller, results, wanted.Ids);
        return await sender.Send(http, wanted);
    }

    private static async Task<IResult> SendAll(
        CentreNumber centre, SeriesCode series, Caller caller, HttpContext http, ServedState served, DownloadLedger ledger, DocumentSender sender)
    {
        var results = await served.ResultsOf(series, centre);
        if (results.Latest is null) return NothingPublished();
        var offered = results.Documents.Where(document => document.Withdrawal is null).ToList();
        ledger.RecordBeforeSending(http, caller, results, [.. offered.Select(document => document.Document.Id)]);
        return await sender.SendZip(http, offered, $"{series}_{centre}_results.zip");
    }

    private static async Task<Ok<IReadOnlyList<Fetch>>> ListDownloads(CentreNumber centre, SeriesCode series, IDownloadLedger ledger, IGrainFactory grains)
    {
        await ledger.Settle(series, centre);
        return TypedResults.Ok<IReadOnlyList<Fetch>>([.. (await grains.Results(series, centre).GetFetches()).OrderByDescending(fetch => fetch.Last)]);
    }

    private static Refusal NothingPublished() => new(ProblemTypes.NotFound, "Nothing is published for this centre in this series yet.");
}
