namespace ResultsGrid.Grains.Downloads.Logs;

/// <summary>Entries that go to the disk together, and who waits for them. Its writer locks.</summary>
internal sealed class EntryGroup
{
    /// <summary>So many entries wait for the disk at most, beside as many on their way there, and as many that are being answered.</summary>
    public const int MaxEntries = 16_384;

    private const int MaxBytes = 4 * 1024 * 1024;
    private const int FirstBytes = 64 * 1024;

    private byte[] block = new byte[FirstBytes];
    private DurableWaiter[] waiters = new DurableWaiter[64];

    public byte[] Block => block;

    public int Bytes { get; private set; } = LedgerBlock.HeadBytes;

    public int Count { get; private set; }

    public ReadOnlySpan<DurableWaiter> Waiters => waiters.AsSpan(0, Count);

    public bool IsFull => Count == MaxEntries || Bytes + DownloadEntry.MaxBytes > MaxBytes;

    /// <exception cref="ArgumentException">The entry does not fit the format; the group is as before.</exception>
    public void Add(in Download download, DurableWaiter waiter)
    {
        if (Bytes + DownloadEntry.MaxBytes > block.Length) Array.Resize(ref block, Math.Min(MaxBytes, block.Length * 2));
        if (Count == waiters.Length) Array.Resize(ref waiters, Count * 2);
        Bytes += DownloadEntry.Write(block.AsSpan(Bytes, DownloadEntry.MaxBytes), download);
        waiters[Count++] = waiter;
    }

    public void Clear()
    {
        Array.Clear(waiters, 0, Count);
        (Count, Bytes) = (0, LedgerBlock.HeadBytes);
    }
}
