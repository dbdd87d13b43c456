using Orleans.Concurrency;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Exchange.SeriesFiles;
using ResultsGrid.Grains.Assessments;

namespace ResultsGrid.Grains.Candidates;

/// <summary>One candidate of one centre in one series.</summary>
/// <remarks>Key: series/centre/candidate, for example 6B26/12345/0001.</remarks>
[Alias("ICandidateGrain")]
public interface ICandidateGrain : IGrainWithStringKey
{
    /// <summary>Takes the candidate's identity, entries and marks; what was awarded before no longer stands.</summary>
    [Alias("Register")]
    Task Register(CandidateEntry entry);

    /// <summary>Awards the work by the series' specifications as they stand for a job.</summary>
    /// <returns>What statistics count of it; the results themselves stay.</returns>
    [Alias("Award")]
    Task<ImmutableArray<TalliedResult>> Award(int job);

    /// <summary>The results, or null while there are none.</summary>
    [ReadOnly, Alias("GetResults")]
    Task<CandidateResults?> GetResults();
}
