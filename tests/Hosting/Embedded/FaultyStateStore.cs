using ResultsGrid.Embedded.State;

namespace ResultsGrid.Tests.Hosting.Embedded;

/// <summary>The real store, with faults where a test asks for them; the file closes with it.</summary>
public sealed class FaultyStateStore(SqliteStateStore store) : IStateStore, IDisposable
{
    private volatile WriteFault nextWrite;
    private Func<Task>? nextHold;
    private int failingReads;

    private enum WriteFault
    {
        None,
        BeforeStoring,
        AfterStoring,
    }

    public void FailNextWrite(bool afterStoring) => nextWrite = afterStoring ? WriteFault.AfterStoring : WriteFault.BeforeStoring;

    public void HoldNextWrite(Func<Task> hold) => nextHold = hold;

    public void FailNextReads(int count) => failingReads = count;

    public Task<StoredState?> Read(StateKey key)
        => Interlocked.Decrement(ref failingReads) >= 0 ? throw new IOException("the disk does not answer") : store.Read(key);

    public async Task<long> Write(StateKey key, long? etag, byte[]? json)
    {
        var fault = nextWrite;
        nextWrite = WriteFault.None;
        if (Interlocked.Exchange(ref nextHold, null) is { } hold) await hold();
        if (fault == WriteFault.BeforeStoring) throw new IOException("the disk does not answer");
        var written = await store.Write(key, etag, json);
        return fault == WriteFault.AfterStoring ? throw new IOException("the disk did not answer") : written;
    }

    public void Dispose() => store.Dispose();
}
