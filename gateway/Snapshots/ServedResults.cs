using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Results;

namespace ResultsGrid.Gateway.Snapshots;

/// <summary>What one centre reads of one series: its present version, if there is one.</summary>
public sealed class ServedResults
{
    /// <summary>About ten, one of each kind: looking at each, with ids that all centres share, costs less than the places in memory of a hash table.</summary>
    private readonly (string Id, ServedDocument Document)[] byId;

    public ServedResults(SeriesCode series, CentreNumber centre, CentreVersion? latest)
    {
        (Series, Centre, Latest, Version) = (series, centre, latest, latest?.Published.Version ?? 0);
        Documents = [.. latest?.Published.Manifest.Documents.Select(document => new ServedDocument(document, latest.WithdrawalOf(document.Id))) ?? []];
        byId = [.. Documents.Select(document => (document.Id, document))];
    }

    public SeriesCode Series { get; }

    public CentreNumber Centre { get; }

    public CentreVersion? Latest { get; }

    /// <summary>In the manifest's order.</summary>
    public IReadOnlyList<ServedDocument> Documents { get; }

    /// <summary>0 while there is none.</summary>
    public int Version { get; }

    public ServedDocument? Find(ReadOnlySpan<char> id)
    {
        foreach (ref readonly var one in byId.AsSpan())
        {
            if (id.SequenceEqual(one.Id)) return one.Document;
        }

        return null;
    }
}
