using System.Collections.Concurrent;
using ResultsGrid.Storage.Local.State;
using ResultsGrid.Tests.Hosting;

namespace ResultsGrid.Tests.Downloads;

/// <summary>A real state file that tests share: the states of each lie below a key of its own, and so do the faults that it wishes for.</summary>
public sealed class FoldedStates(SqliteStateStore store) : IStateStore, IDisposable
{
    private readonly ConcurrentDictionary<string, StorageFaults> faults = new(StringComparer.Ordinal);

    /// <param name="test">What the keys of the test's states begin with.</param>
    public StorageFaults Faults(string test) => faults.GetOrAdd(test, _ => new StorageFaults(reason => new IOException(reason)));

    public Task<StateRow?> Read(StateKey key)
    {
        Of(key).BeforeReading();
        return store.Read(key);
    }

    public async Task<long> Write(StateKey key, long? etag, byte[]? json)
    {
        var written = 0L;
        await Of(key).Write(async () => written = await store.Write(key, etag, json));
        return written;
    }

    public void Dispose() => store.Dispose();

    private StorageFaults Of(StateKey key) => Faults(key.Key.Split('/')[0]);
}
