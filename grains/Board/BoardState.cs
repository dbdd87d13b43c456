using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Grains.Board;

/// <summary>What the board grain keeps.</summary>
public sealed record BoardState
{
    public IReadOnlyList<SeriesCode> Series { get; init; } = [];
}
