using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Grains.Centres;

/// <summary>Who a centre is, and the series that it has candidates in.</summary>
public sealed record CentreProfile
{
    public string Name { get; init; } = "";

    public IReadOnlyList<SeriesCode> Series { get; init; } = [];
}
