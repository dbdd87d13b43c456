using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Results;

namespace ResultsGrid.Gateway.Api.Snapshots;

/// <summary>What one centre reads of one series: its present version, if there is one.</summary>
public sealed class ServedResults
{
    private readonly Dictionary<string, ServedDocument>.AlternateLookup<ReadOnlySpan<char>> byId;

    public ServedResults(SeriesCode series, CentreNumber centre, CentreVersion? latest)
    {
        (Series, Centre, Latest, Version) = (series, centre, latest, latest?.Published.Version ?? 0);
        Documents = [.. latest?.Published.Manifest.Documents.Select(document => new ServedDocument(document, latest.WithdrawalOf(document.Id))) ?? []];
        byId = Documents.ToDictionary(document => document.Document.Id, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public SeriesCode Series { get; }

    public CentreNumber Centre { get; }

    public CentreVersion? Latest { get; }

    /// <summary>In the manifest's order.</summary>
    public IReadOnlyList<ServedDocument> Documents { get; }

    /// <summary>0 while there is none.</summary>
    public int Version { get; }

    public ServedDocument? Find(ReadOnlySpan<char> id)
        => byId.TryGetValue(id, out var document) ? document : null;
}
