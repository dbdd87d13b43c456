using Microsoft.Win32.SafeHandles;

namespace ResultsGrid.Tests.Downloads;

/// <summary>The disk's flush in a test's hand: counted, held, or failed.</summary>
public sealed class HeldFlush : IDisposable
{
    private readonly ManualResetEventSlim open = new(initialState: true);
    private readonly SemaphoreSlim arrived = new(0);
    private int count;

    /// <summary>How many flushes were begun.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>From here on flushes fail, or no more.</summary>
    public bool Fails { get; set; }

    public void Flush(SafeFileHandle handle)
    {
        Interlocked.Increment(ref count);
        arrived.Release();
        open.Wait();
        if (Fails) throw new IOException("Input/output error");
        RandomAccess.FlushToDisk(handle);
    }

    public void Hold() => open.Reset();

    public void Release() => open.Set();

    /// <summary>Returns when one more flush has begun.</summary>
    public Task Arrived() => arrived.WaitAsync();

    public void Dispose()
    {
        open.Dispose();
        arrived.Dispose();
    }
}
