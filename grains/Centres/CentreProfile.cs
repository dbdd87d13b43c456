using ResultsGrid.Awarding.Codes;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Centres;

/// <summary>Who a centre is, and the series that it has candidates in.</summary>
[GenerateSerializer, Immutable, Alias("CentreProfile")]
public sealed record CentreProfile : StoredRecord
{
    [Id(0)]
    public string Name { get; init; } = "";

    [Id(1)]
    public ImmutableArray<SeriesCode> Series { get; init; } = [];
}
