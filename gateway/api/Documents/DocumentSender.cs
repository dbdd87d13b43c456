using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using ResultsGrid.Exchange.Zip;
using ResultsGrid.Gateway.Api.Problems;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Results;

namespace ResultsGrid.Gateway.Api.Documents;

/// <summary>Sends documents from the store: conditional and range requests per RFC 9110, compressed as it was stored.</summary>
public sealed class DocumentSender(IDocumentStore store)
{
    public async Task<IResult> Send(HttpContext http, PublishedDocument document)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(document);
        var (encoding, hash) = Choose(http.Request, document);
        if (await store.Open(hash, http.RequestAborted) is not { } content)
            return new Refusal(ProblemTypes.Fault, $"Document {hash} is published but not in the store. The board has to publish this centre again.");

        var headers = http.Response.GetTypedHeaders();
        headers.CacheControl = new CacheControlHeaderValue { Private = true, NoCache = true };
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        // The exact name matters: management systems refuse a results file under any other.
        headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = document.FileName };
        if (encoding is not null) http.Response.Headers.ContentEncoding = encoding;
        return new RangedContent(TypedResults.Stream(content, document.MediaType, entityTag: new EntityTagHeaderValue($"\"{hash}\""), enableRangeProcessing: true));
    }

    /// <summary>All documents in one ZIP, under their exact names, read one at a time.</summary>
    public IResult SendZip(IReadOnlyList<PublishedDocument> documents, string fileName)
        => TypedResults.Stream(
            body => DeterministicZip.WriteAsync(body, ReadAll(documents)),
            "application/zip",
            fileName);

    private static (string? Encoding, ContentHash Hash) Choose(HttpRequest request, PublishedDocument document)
    {
        var accepted = AcceptedEncodings.Of(request.Headers.AcceptEncoding);
        List<(string? Encoding, ContentHash Hash)> stored = [];
        if (document.Brotli is { } brotli) stored.Add(("br", brotli.Hash));
        if (document.Gzip is { } gzip) stored.Add(("gzip", gzip.Hash));
        var chosen = accepted.Choose(stored.Select(form => form.Encoding!));
        return stored.Append((null, document.Sha256)).First(form => form.Encoding is null || form.Encoding == chosen);
    }

    private async IAsyncEnumerable<ZippedFile> ReadAll(IReadOnlyList<PublishedDocument> documents)
    {
        foreach (var document in documents)
        {
            var content = await store.Read(document.Sha256)
                ?? throw new InvalidOperationException($"Document {document.Sha256} is published but not in the store.");
            yield return new ZippedFile(document.FileName, content);
        }
    }
}
