namespace ResultsGrid.Grains.Work;

/// <summary>Many grain calls, a bounded number of them at once.</summary>
public static class Batches
{
    /// <summary>Enough calls under way for the store to commit them in groups, few enough to keep memory and queues small.</summary>
    private const int MaxConcurrentCalls = 256;

    public static async Task<IReadOnlyList<TResult>> Gather<T, TResult>(this IReadOnlyList<T> items, Func<T, Task<TResult>> call)
    {
        var results = new List<TResult>(items.Count);
        foreach (var batch in items.Chunk(MaxConcurrentCalls)) results.AddRange(await Task.WhenAll(batch.Select(call)));
        return results;
    }

    public static async Task ForEach<T>(this IReadOnlyList<T> items, Func<T, Task> call)
    {
        foreach (var batch in items.Chunk(MaxConcurrentCalls)) await Task.WhenAll(batch.Select(call));
    }
}
