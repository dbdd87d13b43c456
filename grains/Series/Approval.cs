using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Grains.Series;

/// <summary>The schedule in force.</summary>
/// <param name="ApprovedBy">A second operator; null where nothing opens earlier, which one operator may do.</param>
[GenerateSerializer, Immutable, Alias("Approval")]
public sealed record Approval(
    [property: Id(0)] ReleaseSchedule Schedule,
    [property: Id(1)] UserName ProposedBy,
    [property: Id(2)] UserName? ApprovedBy,
    [property: Id(3)] DateTimeOffset At) : StoredRecord;
