using Orleans.Concurrency;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Grains.Series;

/// <summary>An examination series: its profile, its release schedule and approvals, and the work on it.</summary>
/// <remarks>Key: the series code, for example 6B26. Calls accept and record; the work itself is done by workers that claim it.</remarks>
[Alias("ISeriesGrain")]
public interface ISeriesGrain : IGrainWithStringKey
{
    /// <summary>Begins to load a package that lies in the document store.</summary>
    [Alias("BeginLoad")]
    Task<BeginOutcome> BeginLoad(ContentHash package, string by);

    [Alias("BeginAward")]
    Task<BeginOutcome> BeginAward(string by);

    /// <param name="centres">Only these; empty: all.</param>
    [Alias("BeginPublication")]
    Task<BeginOutcome> BeginPublication(string by, ImmutableArray<CentreNumber> centres);

    [Alias("BeginCheck")]
    Task<BeginOutcome> BeginCheck(string by);

    /// <summary>Takes on some of the waiting work, or null where there is none.</summary>
    [Alias("Claim")]
    Task<WorkClaim?> Claim(string worker);

    [Alias("Renew")]
    Task Renew(int claim);

    [Alias("Complete")]
    Task Complete(int claim, ImmutableArray<StoppedItem> stopped, ImmutableArray<RepairedItem> repaired);

    /// <summary>Ends a claim of which some items failed. They are tried again a little later, and stop the job in the end.</summary>
    [Alias("Fail")]
    Task Fail(int claim, ImmutableArray<StoppedItem> failed);

    [Alias("CompleteReading")]
    Task CompleteReading(int claim, PackageReading reading);

    /// <summary>Puts back all claimed work. Only for a host that knows no worker is left.</summary>
    [Alias("AbandonClaims")]
    Task AbandonClaims();

    /// <summary>Proposes a schedule. The first, and any that opens something earlier, waits for a second operator; else it is in force.</summary>
    [Alias("ProposeSchedule")]
    Task<ScheduleOutcome> ProposeSchedule(ReleaseSchedule schedule, UserName by);

    /// <param name="proposal">The proposal that the operator looked at.</param>
    [Alias("ApproveSchedule")]
    Task<ScheduleOutcome> ApproveSchedule(int proposal, UserName by);

    /// <summary>Null for a series that no load was accepted for.</summary>
    [ReadOnly, Alias("GetProfile")]
    Task<SeriesProfile?> GetProfile();

    [ReadOnly, Alias("GetRelease")]
    Task<SeriesRelease> GetRelease();

    /// <summary>The running job and the newest finished ones, newest first.</summary>
    [ReadOnly, Alias("GetJobs")]
    Task<ImmutableArray<Job>> GetJobs();
}
