using Orleans.Concurrency;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Grains.Series;

/// <summary>An examination series: its profile, its release schedule and approvals, and the work on it.</summary>
/// <remarks>Key: the series code, for example 6B26. Calls accept and record; the work itself is done by workers that claim it.</remarks>
public interface ISeriesGrain : IGrainWithStringKey
{
    /// <summary>Begins to load a package that lies in the document store.</summary>
    Task<BeginOutcome> BeginLoad(ContentHash package, string by);

    Task<BeginOutcome> BeginAward(string by);

    /// <param name="centres">Only these; empty: all.</param>
    Task<BeginOutcome> BeginPublication(string by, IReadOnlyList<CentreNumber> centres);

    Task<BeginOutcome> BeginCheck(string by);

    /// <summary>Takes on some of the waiting work, or null where there is none.</summary>
    Task<WorkClaim?> Claim(string worker);

    Task Renew(int claim);

    Task Complete(int claim, IReadOnlyList<StoppedItem> stopped, IReadOnlyList<RepairedItem>? repaired = null);

    /// <summary>Ends a claim of which some items failed. They are tried again a little later, and stop the job in the end.</summary>
    Task Fail(int claim, IReadOnlyList<StoppedItem> failed);

    Task CompleteReading(int claim, PackageReading reading);

    /// <summary>Puts back all claimed work. Only for a host that knows no worker is left.</summary>
    Task AbandonClaims();

    /// <summary>Proposes a schedule. The first, and any that opens something earlier, waits for a second operator; else it is in force.</summary>
    Task<ScheduleOutcome> ProposeSchedule(ReleaseSchedule schedule, UserName by);

    /// <param name="proposal">The proposal that the operator looked at.</param>
    Task<ScheduleOutcome> ApproveSchedule(int proposal, UserName by);

    /// <summary>Null for a series that no load was accepted for.</summary>
    [ReadOnly]
    Task<SeriesProfile?> GetProfile();

    [ReadOnly]
    Task<SeriesRelease> GetRelease();

    /// <summary>The running job and the newest finished ones, newest first.</summary>
    [ReadOnly]
    Task<IReadOnlyList<Job>> GetJobs();
}
