using System.Collections.Concurrent;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Storage.Local.State;

namespace ResultsGrid.Tests.Gateway;

/// <summary>A state store that keeps its word only until the process ends.</summary>
public sealed class ForgetfulStore : IStateStore
{
    private readonly ConcurrentDictionary<StateKey, StateRow> rows = new();

    public Task<StateRow?> Read(StateKey key) => Task.FromResult(Find(key));

    public Task<long> Write(StateKey key, long? etag, byte[]? json)
    {
        lock (rows)
        {
            if (Find(key)?.Etag != etag) throw new StateConflictException($"{key} has another ETag.");
            rows[key] = new StateRow((etag ?? 0) + 1, json);
        }

        return Task.FromResult((etag ?? 0) + 1);
    }

    private StateRow? Find(StateKey key) => rows.TryGetValue(key, out var row) ? row : null;
}
