using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Results;

namespace ResultsGrid.Grains.Publication;

/// <summary>Reads everything that a manifest lists, one at a time, each checked against its hash.</summary>
public sealed class ManifestCheck(IDocumentStore documents)
{
    /// <returns>In the manifest's order, the results themselves last.</returns>
    public async Task<IReadOnlyList<DocumentDamage>> FindDamage(Manifest manifest, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var damage = new List<DocumentDamage>();
        foreach (var hash in manifest.Documents.SelectMany(document => document.Stored).Append(manifest.Results).Distinct())
        {
            try
            {
                if (await documents.Read(hash, cancellation) is null) damage.Add(new DocumentDamage(hash, IsMissing: true));
            }
            catch (DamagedDocumentException)
            {
                damage.Add(new DocumentDamage(hash, IsMissing: false));
            }
        }

        return damage;
    }
}
