using ResultsGrid.Awarding.Codes;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Board;

/// <inheritdoc cref="IBoardGrain"/>
[GrainType("board")]
public sealed class BoardGrain([PersistentState("BoardState")] IPersistentState<BoardState> storage) : Grain, IBoardGrain
{
    public async Task Enlist(SeriesCode series)
    {
        if (storage.State.Series.Contains(series)) return;
        await storage.Commit(storage.State with { Series = [.. storage.State.Series, series] });
    }

    public Task<ImmutableArray<SeriesCode>> GetSeries() => Task.FromResult(storage.State.Series);
}
