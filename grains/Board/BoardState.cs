using ResultsGrid.Awarding.Codes;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Board;

/// <summary>What the board grain keeps.</summary>
public sealed record BoardState : StoredRecord
{
    public ImmutableArray<SeriesCode> Series { get; init; } = [];
}
