namespace ResultsGrid.Tests.Hosting;

/// <summary>What a test wishes to go wrong in the storage behind a host; each happens once.</summary>
/// <param name="fault">As the storage throws it.</param>
public sealed class StorageFaults(Func<string, Exception> fault)
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

    public void BeforeReading()
    {
        if (Interlocked.Decrement(ref failingReads) >= 0) throw fault("the storage does not answer");
    }

    public async Task Write(Func<Task> store)
    {
        ArgumentNullException.ThrowIfNull(store);
        var wished = nextWrite;
        nextWrite = WriteFault.None;
        if (Interlocked.Exchange(ref nextHold, null) is { } hold) await hold();
        if (wished == WriteFault.BeforeStoring) throw fault("the storage does not answer");
        await store();
        if (wished == WriteFault.AfterStoring) throw fault("the storage did not answer");
    }
}
