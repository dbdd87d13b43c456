using Orleans.Concurrency;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Assessments;

namespace ResultsGrid.Grains.Results;

/// <summary>One centre's results in one series: its candidates, its published versions, and who fetched what.</summary>
/// <remarks>Key: series/centre, for example 6B26/12345.</remarks>
public interface IResultsGrain : IGrainWithStringKey
{
    /// <summary>Takes the list of the centre's candidates; counts of an earlier award no longer stand.</summary>
    Task SetCandidates(IReadOnlyList<CandidateNumber> candidates);

    Task SetTally(Tally tally);

    /// <summary>Makes a new version of the manifest, unless the latest has the same results and documents.</summary>
    Task<PublishOutcome> Publish(Manifest manifest);

    /// <summary>Takes a document of the latest version back. The store keeps it.</summary>
    Task<WithdrawOutcome> Withdraw(string documentId, string reason, string by);

    /// <summary>Notes a download of the documents given, durably, before their last byte leaves.</summary>
    Task RecordFetch(string by, int version, IReadOnlyList<string> documentIds);

    [ReadOnly]
    Task<IReadOnlyList<CandidateNumber>> GetCandidates();

    [ReadOnly]
    Task<Tally?> GetTally();

    /// <summary>The version that the centre reads now, or null while there is none.</summary>
    [ReadOnly]
    Task<CentreVersion?> GetLatest();

    /// <summary>How many different EDI files all versions so far have: the file names of new ones count on from there.</summary>
    [ReadOnly]
    Task<int> GetResultsFilesIssued();

    [ReadOnly]
    Task<IReadOnlyList<Fetch>> GetFetches();
}
