using ResultsGrid.Storage.Local.State;

namespace ResultsGrid.Tests.Hosting.Embedded;

/// <summary>The real store, with faults where a test asks for them; the file closes with it.</summary>
public sealed class FaultyStateStore(SqliteStateStore store) : IStateStore, IDisposable
{
    public StorageFaults Faults { get; } = new(reason => new IOException(reason));

    public Task<StoredState?> Read(StateKey key)
    {
        Faults.BeforeReading();
        return store.Read(key);
    }

    public async Task<long> Write(StateKey key, long? etag, byte[]? json)
    {
        var written = 0L;
        await Faults.Write(async () => written = await store.Write(key, etag, json));
        return written;
    }

    public void Dispose() => store.Dispose();
}
