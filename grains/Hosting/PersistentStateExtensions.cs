namespace ResultsGrid.Grains.Hosting;

/// <summary>The one way in which grains write.</summary>
public static class PersistentStateExtensions
{
    /// <summary>Writes <paramref name="next"/> and lets memory change only with the store, also for calls that interleave.</summary>
    /// <remarks>
    /// A write that failed or timed out may have happened or not, so its outcome is read back before the fault goes on to
    /// the caller. If that read fails too, the activation is given up and the next one starts from the store.
    /// </remarks>
    /// <exception cref="StateConflictException">Somebody else wrote since this state was read; memory now holds what they wrote.</exception>
    /// <exception cref="OverloadedException">Too many writes wait: nothing was written.</exception>
    /// <exception cref="StorageUnavailableException">Nobody knows whether it is stored.</exception>
    public static Task Commit<TState>(this IPersistentState<TState> state, TState next) => state is StoredState<TState> stored
        ? stored.Commit(next)
        : throw new InvalidOperationException($"{state?.GetType()} can't promise what a grain's write must: AddResultsGridGrains brings the state that can.");
}
