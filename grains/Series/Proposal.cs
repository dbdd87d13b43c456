using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Grains.Series;

/// <summary>A schedule that waits for a second operator.</summary>
/// <param name="Number">Names this proposal, so that nobody approves one they have not seen.</param>
public sealed record Proposal(int Number, ReleaseSchedule Schedule, UserName By, DateTimeOffset At);
