using Microsoft.Extensions.Primitives;
using ResultsGrid.Gateway.Admission;
using ResultsGrid.Gateway.Callers;
using ResultsGrid.Gateway.Documents;
using ResultsGrid.Gateway.Problems;
using ResultsGrid.Gateway.Release;
using ResultsGrid.Gateway.Server;
using ResultsGrid.Gateway.Snapshots;
using ResultsGrid.Grains.Downloads.Logs;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.HotPath;

/// <summary>Answers what the night asks for most, a whole document that is in memory, before anything else sees the request.</summary>
/// <remarks>
/// It only ever says yes. Whatever is not plain (a refusal, a range, a condition that doesn't hold, a document or snapshot
/// that is not in memory) goes on to the routes, which answer the same request in the same way, byte for byte, and a test
/// holds the two together. Order of the checks: who, whose, when, what.
/// </remarks>
public sealed partial class DocumentPath(
    RequestDelegate next, IServingLease lease, KnownCallers callers, ServedState served, IReleaseGate gate, CheckedDocuments documents, DownloadLedger ledger, Ingress ingress, LastInTurn lastInTurn, ILogger<DocumentPath> logger)
{
    private static readonly StringValues InBytes = "bytes";

    public Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var request = http.Request;
        if (!HttpMethods.IsGet(request.Method) || !DocumentAddress.TryRead(request.Path.Value, out var address) || !LedgerThreads.MayBegin() || !IsPlain(request.Headers))
            return next(http);
        if (!ConnectionTurn.GoesOn(http)) return GoOnElsewhere(http);
        return Decide(request, address) is var (caller, results)
            && results.Find(address.Id) is { Withdrawal: null } document
            && Answer(http, caller, results, document) is { } answered
                ? answered
                : next(http);
    }

    /// <summary>Behind what others wait for: who does not wait for answers last of all, who does like any request that needs more than memory.</summary>
    private async Task GoOnElsewhere(HttpContext http)
    {
        if (ConnectionTurn.HasMore(http)) await lastInTurn;
        else await default(PoolHop);
        // Who has left meanwhile has downloaded nothing.
        if (!http.RequestAborted.IsCancellationRequested) await InvokeAsync(http);
    }

    /// <summary>Nothing that changes what is sent but the coding and the ETag that the client has.</summary>
    private static bool IsPlain(IHeaderDictionary headers)
        => headers.Range.Count == 0 && headers.IfMatch.Count == 0 && headers.IfModifiedSince.Count == 0 && headers.IfUnmodifiedSince.Count == 0
            && headers.IfRange.Count == 0 && headers.ContentType.Count == 0 && headers.ContentLength is null && headers.TransferEncoding.Count == 0
            && headers.Authorization.Count == 1;

    private ServedResults? Results(DocumentAddress address)
    {
        Span<char> key = stackalloc char[address.Series.Length + 1 + address.Centre.Length];
        address.Series.CopyTo(key);
        key[address.Series.Length] = '/';
        address.Centre.CopyTo(key[(address.Series.Length + 1)..]);
        return served.Results.Find(key);
    }

    /// <summary>Who asks, and what of the centre they may have now; null where the answer is anything but yes.</summary>
    private (Caller Caller, ServedResults Results)? Decide(HttpRequest request, DocumentAddress address)
        => lease.IsHeld
            && Results(address) is { } results
            && callers.Find(KnownCallers.SecretIn(request.Headers.Authorization.ToString())) is { } caller
            && IsOpen(caller, results)
                ? (caller, results)
                : null;

    /// <summary>Whether a request that had to wait is to be answered as was decided before: the client is still there, and it would be decided so now.</summary>
    private bool IsStill(HttpContext http, Caller caller, ServedResults results)
        => !http.RequestAborted.IsCancellationRequested
            && DocumentAddress.TryRead(http.Request.Path.Value, out var address)
            && Decide(http.Request, address) is var (callerNow, resultsNow)
            && callerNow == caller
            && resultsNow == results;

    private bool IsOpen(Caller caller, ServedResults results)
    {
        if (!caller.MayNameCentre(results.Centre)) return false;
        var decision = gate.Decide(caller.Reader, results.Centre, results.Series, Subject.CentreResults);
        return decision is { IsCompletedSuccessfully: true, Result: ReadDecision.Open };
    }

    private Task? Answer(HttpContext http, Caller caller, ServedResults results, ServedDocument document)
    {
        var form = document.Choose(AcceptedEncodings.Of(http.Request.Headers.AcceptEncoding));
        if (documents.Find(form) is not { } content) return null;
        var known = http.Request.Headers.IfNoneMatch;
        if (known.Count == 0) return Send(http, caller, results, document, form, content);
        if (known.Count > 1 || known[0] != form.ETag) return null;

        http.Response.StatusCode = StatusCodes.Status304NotModified;
        SetHeaders(http.Response, document, form);
        return Task.CompletedTask;
    }

    private Task Send(HttpContext http, Caller caller, ServedResults results, ServedDocument document, ServedForm form, byte[] content)
    {
        var entering = ingress.Enter(caller);
        if (!entering.IsCompletedSuccessfully) return Wait(entering, http, caller, results, document, form, content);
        return entering.Result ? SendFromInside(http, caller, results, document, form, content) : Ingress.Busy().ExecuteAsync(http);
    }

    private async Task Wait(ValueTask<bool> entering, HttpContext http, Caller caller, ServedResults results, ServedDocument document, ServedForm form, byte[] content)
    {
        if (!await entering)
        {
            await Ingress.Busy().ExecuteAsync(http);
        }
        else if (IsStill(http, caller, results))
        {
            await SendFromInside(http, caller, results, document, form, content);
        }
        else
        {
            ingress.Leave();
            if (!http.RequestAborted.IsCancellationRequested) await next(http);
        }
    }

    /// <summary>Gives the place back once the download is recorded.</summary>
    private async Task SendFromInside(HttpContext http, Caller caller, ServedResults results, ServedDocument document, ServedForm form, byte[] content)
    {
        try
        {
            await ledger.Record(caller, results, document.Ids);
            ledger.Count();
        }
        catch (Exception fault)
        {
            // The routes' exception handler stands behind this path and can't log for it.
            if (fault is not (OverloadedException or StorageUnavailableException)) RecordingFailed(logger, fault);
            await BareStatuses.RefusalOf(fault, http).ExecuteAsync(http);
            return;
        }
        finally
        {
            ingress.Leave();
        }

        var response = http.Response;
        SetHeaders(response, document, form);
        response.Headers.AcceptRanges = InBytes;
        response.ContentType = document.MediaType;
        response.ContentLength = content.Length;
        // Without the request's token, which is made when asked for: to a client that is gone the server writes nothing by itself.
        await response.BodyWriter.WriteAsync(content);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A download could not be recorded and was refused.")]
    private static partial void RecordingFailed(ILogger logger, Exception fault);

    private static void SetHeaders(HttpResponse response, ServedDocument document, ServedForm form)
    {
        DocumentHeaders.Set(response.Headers, document, form);
        response.Headers.ETag = form.ETag;
    }
}
