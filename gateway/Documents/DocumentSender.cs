using System.Runtime.CompilerServices;
using Microsoft.Net.Http.Headers;
using ResultsGrid.Exchange.Zip;
using ResultsGrid.Gateway.Problems;
using ResultsGrid.Gateway.Snapshots;
using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Gateway.Documents;

/// <summary>Sends documents from the store: conditional and range requests per RFC 9110, compressed as it was stored.</summary>
public sealed class DocumentSender(CheckedDocuments documents)
{
    public async Task<IResult> Send(HttpContext http, ServedDocument document)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(document);
        var form = document.Choose(AcceptedEncodings.Of(http.Request.Headers.AcceptEncoding));
        IResult content;
        try
        {
            content = await Read(document, form, http.RequestAborted);
        }
        catch (DamagedDocumentException damaged)
        {
            return new Refusal(ProblemTypes.Fault, damaged.Message);
        }

        DocumentHeaders.Set(http.Response.Headers, document, form);
        return new RangedContent(content);
    }

    /// <summary>All documents in one ZIP, under their exact names. Each is checked before the first byte leaves: a ZIP that breaks off helps nobody.</summary>
    public async Task<IResult> SendZip(HttpContext http, IReadOnlyList<ServedDocument> offered, string fileName)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(offered);
        try
        {
            foreach (var document in offered) await documents.Read(document.Document.Content);
        }
        catch (DamagedDocumentException damaged)
        {
            return new Refusal(ProblemTypes.Fault, damaged.Message);
        }

        http.Response.Headers.ContentDisposition = Attachment.Named(fileName);
        return TypedResults.Stream(body => DeterministicZip.WriteAsync(body, ReadAll(offered, http.RequestAborted)), "application/zip");
    }

    private async Task<IResult> Read(ServedDocument document, ServedForm form, CancellationToken cancellation)
    {
        var (content, mediaType) = (document.Document.Content, document.Document.MediaType);
        var etag = new EntityTagHeaderValue(form.ETag);
        if (form.Bytes > CheckedDocuments.MaxCachedDocumentBytes && content.Stored.Contains(form.Hash))
            return TypedResults.Stream(await documents.Open(form.Hash, cancellation), mediaType, entityTag: etag, enableRangeProcessing: true);
        return TypedResults.Bytes(await documents.Read(content, form), mediaType, entityTag: etag, enableRangeProcessing: true);
    }

    private async IAsyncEnumerable<ZippedFile> ReadAll(IReadOnlyList<ServedDocument> offered, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var document in offered)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return new ZippedFile(document.Document.FileName, await documents.Read(document.Document.Content));
        }
    }
}
