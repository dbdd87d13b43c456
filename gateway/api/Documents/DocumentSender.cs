using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using ResultsGrid.Exchange.Zip;
using ResultsGrid.Gateway.Api.Problems;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Results;

namespace ResultsGrid.Gateway.Api.Documents;

/// <summary>Sends documents from the store: conditional and range requests per RFC 9110, compressed as it was stored.</summary>
public sealed class DocumentSender(CheckedDocuments documents)
{
    public async Task<IResult> Send(HttpContext http, PublishedDocument document)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(document);
        var (encoding, hash) = Choose(http.Request, document.Content);
        byte[] content;
        try
        {
            content = encoding is null ? await documents.Read(document.Content, http.RequestAborted) : await documents.Read(hash, http.RequestAborted);
        }
        catch (DamagedDocumentException damaged)
        {
            return new Refusal(ProblemTypes.Fault, damaged.Message);
        }

        var headers = http.Response.GetTypedHeaders();
        headers.CacheControl = new CacheControlHeaderValue { Private = true, NoCache = true };
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        // The exact name matters: management systems refuse a results file under any other.
        headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = document.FileName };
        if (encoding is not null) http.Response.Headers.ContentEncoding = encoding;
        return new RangedContent(TypedResults.Bytes(content, document.MediaType, entityTag: new EntityTagHeaderValue($"\"{hash}\""), enableRangeProcessing: true));
    }

    /// <summary>All documents in one ZIP, under their exact names. Each is checked before the first byte leaves: a ZIP that breaks off helps nobody.</summary>
    public async Task<IResult> SendZip(IReadOnlyList<PublishedDocument> offered, string fileName, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(offered);
        try
        {
            foreach (var document in offered) await documents.Read(document.Content, cancellation);
        }
        catch (DamagedDocumentException damaged)
        {
            return new Refusal(ProblemTypes.Fault, damaged.Message);
        }

        return TypedResults.Stream(body => DeterministicZip.WriteAsync(body, ReadAll(offered, cancellation)), "application/zip", fileName);
    }

    private static (string? Encoding, ContentHash Hash) Choose(HttpRequest request, StoredContent content)
    {
        var accepted = AcceptedEncodings.Of(request.Headers.AcceptEncoding);
        List<(string? Encoding, ContentHash Hash)> stored = [];
        if (content.Brotli is { } brotli) stored.Add(("br", brotli.Hash));
        if (content.Gzip is { } gzip) stored.Add(("gzip", gzip.Hash));
        var chosen = accepted.Choose(stored.Select(form => form.Encoding!));
        return stored.Append((null, content.Sha256)).First(form => form.Encoding is null || form.Encoding == chosen);
    }

    private async IAsyncEnumerable<ZippedFile> ReadAll(IReadOnlyList<PublishedDocument> offered, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var document in offered) yield return new ZippedFile(document.FileName, await documents.Read(document.Content, cancellation));
    }
}
