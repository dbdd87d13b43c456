using Orleans.Core;

namespace ResultsGrid.Grains.Hosting;

/// <summary>The one way in which grains write.</summary>
public static class StorageExtensions
{
    /// <summary>Writes <paramref name="next"/> and lets memory change only with the store.</summary>
    /// <remarks>
    /// A write that failed or timed out may have happened or not, so its outcome is read back before the fault goes on to
    /// the caller. If that read fails too, the activation is given up and the next one starts from the store.
    /// </remarks>
    /// <exception cref="StateConflictException">Somebody else wrote since this state was read; memory now holds what they wrote.</exception>
    public static async Task Commit<TState>(this IStorage<TState> storage, TState next)
    {
        ArgumentNullException.ThrowIfNull(storage);
        var durable = storage as IDurableState<TState>;
        var before = storage.State;
        try
        {
            if (durable is not null)
            {
                await durable.Write(next);
                return;
            }

            storage.State = next;
            await storage.WriteStateAsync();
        }
        catch (Exception)
        {
            if (durable is null) storage.State = before;
            try
            {
                await storage.ReadStateAsync();
            }
            catch (Exception)
            {
                // The write's fault is what the caller must see; the read's follows from it.
                durable?.Abandon();
            }

            throw;
        }
    }
}
