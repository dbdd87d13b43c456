using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Storage.Local.State;

/// <summary>States in one SQLite file: many readers, one writer that commits in groups.</summary>
public sealed class SqliteStateStore : IStateStore, IDisposable
{
    private readonly OpenMark mark;
    private readonly StateReaders readers;
    private readonly StateWriter writer;
    private bool closed;

    private SqliteStateStore(string path, StorageHealth health)
    {
        mark = OpenMark.Set(path);
        writer = new(path, health);
        readers = new(path);
    }

    /// <summary>Opens the file, making it if need be; a check of its pages comes first (about 0.5 s per GB that the system has in memory).</summary>
    /// <exception cref="InvalidDataException">The file is damaged, another program's, or of a newer version; the message says what to do.</exception>
    public static SqliteStateStore Open(string path, StorageHealth? health = null)
    {
        StateDatabase.Prepare(path);
        return new(path, health ?? StorageHealth.Unwatched());
    }

    public Task<StateRow?> Read(StateKey key) => readers.Read(key);

    public Task<long> Write(StateKey key, long? etag, byte[]? json)
    {
        var write = new PendingWrite(key, etag, json);
        writer.Add(write);
        return write.Outcome;
    }

    /// <summary>Writes what was accepted, then closes the file.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref closed, true)) return;
        writer.Dispose();
        readers.Dispose();
        mark.Dispose();
    }
}
