using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Grains.Series;

/// <summary>The schedule in force.</summary>
/// <param name="ApprovedBy">A second operator; null where nothing opens earlier, which one operator may do.</param>
public sealed record Approval(ReleaseSchedule Schedule, UserName ProposedBy, UserName? ApprovedBy, DateTimeOffset At);
