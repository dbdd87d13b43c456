using ResultsGrid.Awarding.Codes;
using ResultsGrid.Grains.Release;
using ResultsGrid.Grains.Series;

namespace ResultsGrid.Gateway.Operators;

/// <summary>A series as the board's operators see it. It holds no result.</summary>
public sealed record ShownSeries(
    SeriesCode Series,
    string? Title,
    string? BasedataVersion,
    int Centres,
    ReleaseState State,
    Approval? Approved,
    Proposal? Proposed,
    IReadOnlyList<ShownJob> Jobs);
