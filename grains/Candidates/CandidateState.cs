using ResultsGrid.Awarding.Results;
using ResultsGrid.Exchange.SeriesFiles;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Candidates;

/// <summary>What a candidate grain keeps: identity, entries and marks as loaded, and what awarding made of them.</summary>
public sealed record CandidateState : StoredRecord
{
    public CandidateEntry? Entry { get; init; }

    /// <summary>Null until awarded, and again when the entry changes.</summary>
    public CandidateAwards? Awards { get; init; }
}
