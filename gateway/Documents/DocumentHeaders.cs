using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using ResultsGrid.Gateway.Snapshots;

namespace ResultsGrid.Gateway.Documents;

/// <summary>What every answer with a document says of it, whichever way it is sent.</summary>
public static class DocumentHeaders
{
    // Made once: the values are the same on every response.
    private static readonly StringValues Revalidated = "no-cache, private";
    private static readonly StringValues ByEncoding = HeaderNames.AcceptEncoding;
    private static readonly StringValues AsNamed = "nosniff";

    public static void Set(IHeaderDictionary headers, ServedDocument document, ServedForm form)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(form);
        headers.CacheControl = Revalidated;
        headers.Vary = ByEncoding;
        headers.XContentTypeOptions = AsNamed;
        headers.ContentDisposition = document.ContentDisposition;
        if (form.Coding is not null) headers.ContentEncoding = form.Coding;
    }
}
