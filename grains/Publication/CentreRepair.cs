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

/// <summary>Looks through the documents that a centre reads now, and rebuilds what is damaged or missing from the published results.</summary>
/// <remarks>One centre's documents are in memory at a time. What does not come out byte for byte as it was is not put back.</remarks>
public sealed class CentreRepair(IGrainFactory grains, IDocumentStore documents, ManifestCheck check, CentreAssembler assembler)
{
    /// <param name="specifications">Asked for only where the results themselves have to be put together anew.</param>
    public async Task<RepairOutcome> Repair(
        SeriesCode series, CentreNumber centre, SeriesProfile profile, Func<Task<SeriesSpecifications>> specifications, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(specifications);
        if (await grains.Results(series, centre).GetLatest() is not { } latest) return new RepairOutcome(null, null);
        var manifest = latest.Published.Manifest;
        var damage = await check.FindDamage(manifest, cancellation);
        if (damage.Count == 0) return new RepairOutcome(null, null);

        var pieces = await Rebuild(series, centre, profile, manifest, damage, specifications, cancellation);
        foreach (var piece in damage.Where(piece => pieces.ContainsKey(piece.Hash))) await documents.Store(pieces[piece.Hash], cancellation);
        var still = await check.FindDamage(manifest, cancellation);
        return new RepairOutcome(Describe(damage.ExceptBy(still.Select(piece => piece.Hash), piece => piece.Hash), manifest), Describe(still, manifest));
    }

    /// <summary>Whatever can be made anew from state, by the hash of what came out.</summary>
    private async Task<IReadOnlyDictionary<ContentHash, byte[]>> Rebuild(
        SeriesCode series, CentreNumber centre, SeriesProfile profile, Manifest manifest, IReadOnlyList<DocumentDamage> damage, Func<Task<SeriesSpecifications>> specifications, CancellationToken cancellation)
    {
        var pieces = new Dictionary<ContentHash, byte[]>();
        CentreResults? results;
        if (damage.Any(piece => piece.Hash == manifest.Results))
        {
            (results, _) = await assembler.Assemble(series, centre, profile, await specifications());
            var snapshot = JsonSerializer.SerializeToUtf8Bytes(results, ContractJson.Options);
            // The series was awarded anew since: its results are no longer those that were published.
            if (ContentHash.Of(snapshot) != manifest.Results) return pieces;
            pieces[manifest.Results] = snapshot;
        }
        else
        {
            results = JsonSerializer.Deserialize<CentreResults>((await documents.Read(manifest.Results, cancellation))!, ContractJson.Options);
        }

        var firstSequence = await grains.Results(series, centre).GetResultsFilesIssued() - manifest.Documents.Count(document => document.IsResultsFile) + 1;
        foreach (var rendered in CentreDocuments.Render(results!, firstSequence))
        {
            foreach (var form in Forms(rendered)) pieces[ContentHash.Of(form)] = form;
        }

        return pieces;
    }

    private static IEnumerable<byte[]> Forms(RenderedDocument rendered)
        => Compression.Shrinks(rendered.MediaType)
            ? new[] { rendered.Bytes, Compression.Brotli(rendered.Bytes), Compression.Gzip(rendered.Bytes) }.OfType<byte[]>()
            : [rendered.Bytes];

    private static string? Describe(IEnumerable<DocumentDamage> damage, Manifest manifest)
    {
        var named = damage.Select(piece => $"{Name(piece.Hash, manifest)} ({(piece.IsMissing ? "missing" : "damaged")})").ToList();
        return named.Count == 0 ? null : string.Join(", ", named);
    }

    private static string Name(ContentHash hash, Manifest manifest)
    {
        if (hash == manifest.Results) return "the results themselves";
        var document = manifest.Documents.First(document => document.Stored.Contains(hash));
        return hash == document.Sha256 ? document.FileName : $"{document.FileName}, compressed";
    }
}
