using Orleans.Core;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Board;

/// <inheritdoc cref="IBoardGrain"/>
public sealed class BoardGrain(IStorage<BoardState> storage) : IBoardGrain
{
    public async Task Enlist(SeriesCode series)
    {
        if (storage.State.Series.Contains(series)) return;
        await storage.Commit(storage.State with { Series = [.. storage.State.Series, series] });
    }

    public Task<IReadOnlyList<SeriesCode>> GetSeries() => Task.FromResult(storage.State.Series);
}
