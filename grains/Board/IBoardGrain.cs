using Orleans.Concurrency;
using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Grains.Board;

/// <summary>The awarding body itself: which series it has.</summary>
/// <remarks>Key: board.</remarks>
[Alias("IBoardGrain")]
public interface IBoardGrain : IGrainWithStringKey
{
    /// <summary>Enlists a series; one that is enlisted already stays.</summary>
    [Alias("Enlist")]
    Task Enlist(SeriesCode series);

    [ReadOnly, Alias("GetSeries")]
    Task<ImmutableArray<SeriesCode>> GetSeries();
}
