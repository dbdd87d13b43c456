using System.Net.Mime;
using System.Text.Json;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Results;
using ResultsGrid.Grains.Work;

namespace ResultsGrid.Grains.Publication;

/// <summary>Looks through the documents that a centre reads now, and rebuilds what is damaged or missing from the published results.</summary>
/// <remarks>One centre's documents are in memory at a time. What does not come out byte for byte as it was is not put back.</remarks>
public sealed class CentreRepair(IGrainFactory grains, IDocumentStore documents, ContentArchive archive, ManifestCheck check, CentreAssembler assembler)
{
    /// <param name="basis">Asked for only where the results themselves have to be put together anew.</param>
    public async Task<RepairOutcome> Repair(
        SeriesCode series, CentreNumber centre, Func<Task<SeriesBasis>> basis, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(basis);
        if (await grains.Results(series, centre).GetPublicationBasis() is not { Latest: { } latest } publication) return new RepairOutcome(null, null);
        var manifest = latest.Published.Manifest;
        var damage = await check.FindDamage(manifest, cancellation);
        if (damage.Count == 0) return new RepairOutcome(null, null);

        var pieces = await Rebuild(series, centre, publication, damage, basis, cancellation);
        foreach (var piece in damage.Where(piece => pieces.ContainsKey(piece.Hash))) await documents.Store(pieces[piece.Hash], cancellation);
        var still = await check.FindDamage(manifest, cancellation);
        return new RepairOutcome(Describe(damage.ExceptBy(still.Select(piece => piece.Hash), piece => piece.Hash), manifest), Describe(still, manifest));
    }

    /// <summary>Whatever can be made anew from state, by the hash of what came out.</summary>
    private async Task<IReadOnlyDictionary<ContentHash, byte[]>> Rebuild(
        SeriesCode series, CentreNumber centre, PublicationBasis publication, IReadOnlyList<DocumentDamage> damage, Func<Task<SeriesBasis>> basis, CancellationToken cancellation)
    {
        var manifest = publication.Latest!.Published.Manifest;
        var pieces = new Dictionary<ContentHash, byte[]>();
        CentreResults? results;
        if (damage.Any(piece => manifest.Results.Stored.Contains(piece.Hash)))
        {
            (results, _) = await assembler.Assemble(series, centre, publication.Candidates, await basis());
            var snapshot = JsonSerializer.SerializeToUtf8Bytes(results, ContractJson.Options);
            // The series was awarded anew since: its results are no longer those that were published.
            if (ContentHash.Of(snapshot) != manifest.Results.Sha256) return pieces;
            Add(snapshot, MediaTypeNames.Application.Json);
        }
        else
        {
            results = JsonSerializer.Deserialize<CentreResults>((await archive.Read(manifest.Results, cancellation))!, ContractJson.Options);
        }

        var firstSequence = publication.ResultsFilesIssued - manifest.Documents.Count(document => document.IsResultsFile) + 1;
        foreach (var rendered in CentreDocuments.Render(results!, firstSequence)) Add(rendered.Bytes, rendered.MediaType);
        return pieces;

        void Add(byte[] content, string mediaType)
        {
            foreach (var form in ContentArchive.FormsOf(content, mediaType)) pieces[ContentHash.Of(form)] = form;
        }
    }

    private static string? Describe(IEnumerable<DocumentDamage> damage, Manifest manifest)
    {
        var named = damage.Select(piece => $"{Name(piece.Hash, manifest)} ({(piece.IsMissing ? "missing" : "damaged")})").ToList();
        return named.Count == 0 ? null : string.Join(", ", named);
    }

    private static string Name(ContentHash hash, Manifest manifest)
    {
        if (manifest.Results.Stored.Contains(hash)) return "the results themselves";
        var document = manifest.Documents.First(document => document.Content.Stored.Contains(hash));
        return hash == document.Content.Sha256 ? document.FileName : $"{document.FileName}, compressed";
    }
}
