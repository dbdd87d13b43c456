using Orleans.Core;

namespace ResultsGrid.Grains.Hosting;

/// <summary>The one way in which grains write.</summary>
public static class StorageExtensions
{
    /// <summary>Writes <paramref name="next"/> and lets memory change only with the store.</summary>
    /// <remarks>
    /// A write that failed or timed out may have happened or not, so its outcome is read back before the fault goes on to
    /// the caller. If that read fails too, memory is left as it was before, and the next write is refused for its stale
    /// ETag rather than believed.
    /// </remarks>
    public static async Task Commit<TState>(this IStorage<TState> storage, TState next)
    {
        var before = storage.State;
        storage.State = next;
        try
        {
            await storage.WriteStateAsync();
        }
        catch
        {
            storage.State = before;
            await storage.ReadStateAsync();
            throw;
        }
    }
}
