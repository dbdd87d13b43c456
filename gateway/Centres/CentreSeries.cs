using ResultsGrid.Awarding.Codes;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Centres;

/// <summary>A series as a centre sees it in its list.</summary>
/// <param name="RestrictedRelease">Null until a schedule is approved. With London's offset.</param>
/// <param name="Version">Null until the caller may read.</param>
public sealed record CentreSeries(
    SeriesCode Series, string Title, DateTimeOffset? RestrictedRelease, DateTimeOffset? CandidateRelease, ReleaseState State, int? Version);
