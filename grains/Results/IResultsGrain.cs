using Orleans.Concurrency;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Assessments;
using ResultsGrid.Grains.Downloads;

namespace ResultsGrid.Grains.Results;

/// <summary>One centre's results in one series: its candidates, its published versions, and who fetched what.</summary>
/// <remarks>Key: series/centre, for example 6B26/12345.</remarks>
[Alias("IResultsGrain")]
public interface IResultsGrain : IGrainWithStringKey
{
    /// <summary>Takes the list of the centre's candidates; counts of an earlier award no longer stand.</summary>
    [Alias("SetCandidates")]
    Task SetCandidates(ImmutableArray<CandidateNumber> candidates);

    [Alias("SetTally")]
    Task SetTally(Tally tally);

    /// <summary>Makes a new version of the manifest, unless the latest has the same results and documents.</summary>
    [Alias("Publish")]
    Task<PublishOutcome> Publish(Manifest manifest);

    /// <summary>Takes a document of the latest version back. The store keeps it.</summary>
    [Alias("Withdraw")]
    Task<WithdrawOutcome> Withdraw(string documentId, string reason, string by);

    /// <summary>Takes a batch of the download ledger, if it holds the log exactly up to the batch's beginning.</summary>
    /// <returns>The sequence number through which it holds the log now: the batch's last, or beyond, unless it was not for this grain to take.</returns>
    [Alias("FoldDownloads")]
    Task<long> FoldDownloads(DownloadBatch batch);

    [ReadOnly, Alias("GetCandidates")]
    Task<ImmutableArray<CandidateNumber>> GetCandidates();

    [ReadOnly, Alias("GetTally")]
    Task<Tally?> GetTally();

    /// <summary>The version that the centre reads now, or null while there is none.</summary>
    [ReadOnly, Alias("GetLatest")]
    Task<CentreVersion?> GetLatest();

    /// <summary>All that a publication needs to know of the centre's results before it renders.</summary>
    [ReadOnly, Alias("GetPublicationBasis")]
    Task<PublicationBasis> GetPublicationBasis();

    [ReadOnly, Alias("GetFetches")]
    Task<ImmutableArray<Fetch>> GetFetches();

    /// <summary>The sequence number through which it holds a log of the download ledger; 0 if nothing of it.</summary>
    [ReadOnly, Alias("GetFoldedThrough")]
    Task<long> GetFoldedThrough(string log);
}
