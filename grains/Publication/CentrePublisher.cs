using System.Text.Json;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Results;
using ResultsGrid.Grains.Work;

namespace ResultsGrid.Grains.Publication;

/// <summary>Publishes one centre: render, hash, compress, store, read back, check, and only then a new version.</summary>
/// <remarks>Killed anywhere, it is done again from the start: the same results give the same bytes under the same names.</remarks>
public sealed class CentrePublisher(IGrainFactory grains, ContentArchive archive, ManifestCheck check, CentreAssembler assembler)
{
    /// <summary>Null where the centre is published (or was already, with the same results); else why it is stopped.</summary>
    public async Task<string?> Publish(SeriesCode series, CentreNumber centre, SeriesBasis basis, CancellationToken cancellation)
    {
        var results = grains.Results(series, centre);
        var (candidates, latest, issued) = await results.GetPublicationBasis();
        var (assembled, reason) = await assembler.Assemble(series, centre, candidates, basis);
        if (assembled is not { } content) return reason;
        var snapshot = JsonSerializer.SerializeToUtf8Bytes(content, ContractJson.Options);
        var isSame = latest?.Published.Manifest.Results.Sha256 == ContentHash.Of(snapshot);
        if (isSame && latest!.Withdrawn.IsEmpty && (await check.FindDamage(latest.Published.Manifest, cancellation)).Count == 0) return null;

        // The same results again: what is damaged is stored anew, what was withdrawn is replaced if it now comes out
        // different, and the EDI files keep their names, since they say the same.
        var ofLatest = isSame ? latest!.Published.Manifest.Documents.Count(document => document.IsResultsFile) : 0;
        var published = new List<PublishedDocument>();
        foreach (var rendered in CentreDocuments.Render(content, issued - ofLatest + 1))
        {
            var stored = await archive.Store(rendered.Bytes, rendered.MediaType, cancellation);
            if (await Refuse(rendered.Kind, stored, content, cancellation) is { } fault) return $"{rendered.Title} ({rendered.FileName}): {fault}";
            published.Add(new PublishedDocument(rendered.Id, rendered.Kind, rendered.Title, rendered.FileName, rendered.MediaType, stored));
        }

        var manifest = new Manifest(await archive.StoreForItself(snapshot, cancellation), [.. published]);
        return await results.Publish(manifest) is PublishOutcome.Refused refused ? refused.Reason : null;
    }

    private async Task<string?> Refuse(DocumentKind kind, StoredContent stored, CentreResults content, CancellationToken cancellation)
        => await archive.Read(stored, cancellation) is { } document ? DocumentCheck.Refuse(kind, document, content) : "it is not in the store after it was stored.";
}
