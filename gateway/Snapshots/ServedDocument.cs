using ResultsGrid.Gateway.Documents;
using ResultsGrid.Grains.Results;

namespace ResultsGrid.Gateway.Snapshots;

/// <summary>A document of a centre's present version, with what every answer about it has in common.</summary>
public sealed class ServedDocument
{
    private readonly ServedForm plain;
    private readonly ServedForm? brotli;
    private readonly ServedForm? gzip;
    private readonly string[] codings;
    private string? disposition;

    public ServedDocument(PublishedDocument document, Withdrawal? withdrawal)
    {
        ArgumentNullException.ThrowIfNull(document);
        (Document, Withdrawal) = (document, withdrawal);
        var content = document.Content;
        plain = new ServedForm(content.Sha256, content.Bytes, coding: null);
        if (content.Brotli is { } small) brotli = new ServedForm(small.Hash, small.Bytes, "br");
        if (content.Gzip is { } zipped) gzip = new ServedForm(zipped.Hash, zipped.Bytes, "gzip");
        codings = [.. new[] { brotli, gzip }.OfType<ServedForm>().Select(form => form.Coding!)];
        // Texts that thousands of centres' documents have in common: of one copy, the processor's caches have it.
        (Id, MediaType) = (string.Intern(document.Id), string.Intern(document.MediaType));
        Ids = [Id];
    }

    public PublishedDocument Document { get; }

    public string Id { get; }

    public string MediaType { get; }

    /// <summary>Null for one that can be fetched.</summary>
    public Withdrawal? Withdrawal { get; }

    /// <summary>Of this document alone: what a download of it is recorded as.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The exact name matters: management systems refuse a results file under any other.</summary>
    public string ContentDisposition => disposition ??= Attachment.Named(Document.FileName);

    /// <summary>The forms that the store holds.</summary>
    public IEnumerable<ServedForm> StoredForms => new[] { gzip ?? plain, brotli }.OfType<ServedForm>();

    /// <summary>The form that the client takes most gladly.</summary>
    public ServedForm Choose(AcceptedEncodings accepted)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        if (codings.Length == 0) return plain;
        return accepted.Choose(codings) switch
        {
            "br" => brotli!,
            "gzip" => gzip!,
            _ => plain,
        };
    }
}
