using System.Text.Json;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Results;
using ResultsGrid.Grains.Series;
using ResultsGrid.Grains.Work;

namespace ResultsGrid.Grains.Publication;

/// <summary>Publishes one centre: render, hash, compress, store, read back, check, and only then a new version.</summary>
/// <remarks>Killed anywhere, it is done again from the start: the same results give the same bytes under the same names.</remarks>
public sealed class CentrePublisher(IGrainFactory grains, IDocumentStore documents, ManifestCheck check, CentreAssembler assembler)
{
    /// <summary>Null where the centre is published (or was already, with the same results); else why it is stopped.</summary>
    public async Task<string?> Publish(SeriesCode series, CentreNumber centre, SeriesProfile profile, SeriesSpecifications specifications, CancellationToken cancellation)
    {
        var results = grains.Results(series, centre);
        var (assembled, reason) = await assembler.Assemble(series, centre, profile, specifications);
        if (assembled is not { } content) return reason;
        var snapshot = JsonSerializer.SerializeToUtf8Bytes(content, ContractJson.Options);
        var latest = await results.GetLatest();
        var isSame = latest?.Published.Manifest.Results == ContentHash.Of(snapshot);
        if (isSame && latest!.Withdrawn.Count == 0 && (await check.FindDamage(latest.Published.Manifest, cancellation)).Count == 0) return null;

        // The same results again: what is damaged is stored anew, what was withdrawn is replaced if it now comes out
        // different, and the EDI files keep their names, since they say the same.
        var issued = await results.GetResultsFilesIssued();
        var ofLatest = isSame ? latest!.Published.Manifest.Documents.Count(document => document.IsResultsFile) : 0;
        var published = new List<PublishedDocument>();
        foreach (var rendered in CentreDocuments.Render(content, issued - ofLatest + 1))
        {
            if (await StoreAndCheck(rendered, content, cancellation) is { } fault) return $"{rendered.Title} ({rendered.FileName}): {fault}";
            published.Add(await Describe(rendered, cancellation));
        }

        var manifest = new Manifest(await documents.Store(snapshot, cancellation), published);
        return await results.Publish(manifest) is PublishOutcome.Refused refused ? refused.Reason : null;
    }

    private async Task<string?> StoreAndCheck(RenderedDocument rendered, CentreResults content, CancellationToken cancellation)
    {
        var stored = await documents.Read(await documents.Store(rendered.Bytes, cancellation), cancellation);
        return stored is null ? "it is not in the store after it was stored." : DocumentCheck.Refuse(rendered.Kind, stored, content);
    }

    private async Task<PublishedDocument> Describe(RenderedDocument rendered, CancellationToken cancellation)
    {
        var shrinks = Compression.Shrinks(rendered.MediaType);
        return new(
            rendered.Id,
            rendered.Kind,
            rendered.Title,
            rendered.FileName,
            rendered.MediaType,
            rendered.Bytes.Length,
            ContentHash.Of(rendered.Bytes),
            await StoreCopy(shrinks ? Compression.Brotli(rendered.Bytes) : null, cancellation),
            await StoreCopy(shrinks ? Compression.Gzip(rendered.Bytes) : null, cancellation));
    }

    private async Task<EncodedCopy?> StoreCopy(byte[]? encoded, CancellationToken cancellation)
        => encoded is null ? null : new(await documents.Store(encoded, cancellation), encoded.Length);
}
