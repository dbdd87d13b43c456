using Orleans.Concurrency;
using ResultsGrid.Awarding;
using ResultsGrid.Awarding.Marks;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Exchange.Results;
using ResultsGrid.Exchange.SeriesFiles;

namespace ResultsGrid.Grains.Candidates;

/// <summary>One candidate of one centre in one series.</summary>
/// <remarks>Key: series/centre/candidate, for example 6B26/12345/0001.</remarks>
public interface ICandidateGrain : IGrainWithStringKey
{
    /// <summary>Takes the candidate's identity, entries and marks; what was awarded before no longer stands.</summary>
    Task Register(CandidateEntry entry);

    /// <summary>Awards the work by the specifications given, which cover every entry of it.</summary>
    Task<CandidateAwards> Award(AwardingBasis basis);

    /// <summary>The work to award; null for a candidate who was never registered.</summary>
    [ReadOnly]
    Task<CandidateWork?> GetWork();

    /// <summary>The results, or null while there are none.</summary>
    [ReadOnly]
    Task<CandidateResults?> GetResults();
}
