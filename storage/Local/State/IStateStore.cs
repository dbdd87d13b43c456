using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Storage.Local.State;

/// <summary>Durable states by key, each write conditional on the version that it replaces.</summary>
public interface IStateStore
{
    /// <summary>The largest state, in bytes of JSON: a row past this belongs into documents.</summary>
    const int MaxStateBytes = 16 * 1024 * 1024;

    /// <summary>The state; null if none was ever written.</summary>
    Task<StateRow?> Read(StateKey key);

    /// <summary>Writes, or with null <paramref name="json"/> clears, if the row still has <paramref name="etag"/> (null: is not there yet).</summary>
    /// <returns>The new ETag, once it is durable.</returns>
    /// <exception cref="StateConflictException">The row has another ETag: nothing was written.</exception>
    /// <exception cref="OverloadedException">Too many writes wait: nothing was written.</exception>
    /// <exception cref="StorageUnavailableException">The group of writes failed: whether this one is stored, only reading tells.</exception>
    Task<long> Write(StateKey key, long? etag, byte[]? json);
}
