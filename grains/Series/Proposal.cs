using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Grains.Series;

/// <summary>A schedule that waits for a second operator.</summary>
/// <param name="Number">Names this proposal, so that nobody approves one they have not seen.</param>
[GenerateSerializer, Immutable, Alias("Proposal")]
public sealed record Proposal(
    [property: Id(0)] int Number,
    [property: Id(1)] ReleaseSchedule Schedule,
    [property: Id(2)] UserName By,
    [property: Id(3)] DateTimeOffset At) : StoredRecord
{
    /// <summary>Of the board's accounts when it was made: who was given an account or a password later doesn't approve it.</summary>
    [Id(4)]
    public int AccountsRevision { get; init; }
}
