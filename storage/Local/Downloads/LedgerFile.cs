using Microsoft.Win32.SafeHandles;
using ResultsGrid.Grains.Downloads.Logs;
using ResultsGrid.Storage.Local.Documents;

namespace ResultsGrid.Storage.Local.Downloads;

/// <summary>The end of the log that this process writes: blocks appended to a file and flushed, a new file when one is full. For one thread at a time; what is folded, others may delete.</summary>
internal sealed class LedgerFile(LedgerFolder folder, ulong log, Action<SafeFileHandle> flush) : ILedgerEnd
{
    /// <summary>A file of this length is done. It goes when everything in it is folded.</summary>
    private const int MaxFileBytes = 16 * 1024 * 1024;

    /// <summary>Zeros are written so far ahead: a flush that need not make a file longer takes half the time (docs/capacity.md).</summary>
    private const int AheadBytes = 1024 * 1024;

    private static readonly byte[] Zeros = new byte[AheadBytes];

    private readonly Queue<(string Path, long Last)> full = [];
    private int number = folder.NextNumber;
    private FileStream? file;
    private long length;
    private long filled;

    public string Log { get; } = LedgerStretch.LogId(log);

    public long Last { get; private set; }

    public string Remedy => "Make room or mend the disk";

    public void Append(byte[] block, int entries, int bytes)
    {
        try
        {
            Write(block, entries, bytes);
        }
        catch (UnflushedException fault)
        {
            // A later flush that succeeds would prove nothing: the system may have dropped what this one should have written.
            throw new LogEndedException(
                $"the download ledger could not be flushed to the disk ({fault.Message}), so no download is recorded before a restart. Look at the disk first: docs/operations.md, \"A failing disk\".", fault);
        }
    }

    /// <summary>Deletes full files whose every entry is folded, oldest first.</summary>
    public void DeleteFull(long foldedThrough)
    {
        lock (full)
        {
            while (full.TryPeek(out var oldest) && oldest.Last <= foldedThrough)
            {
                folder.Delete(oldest.Path);
                full.Dequeue();
            }
        }
    }

    /// <summary>Closes the present file, and deletes it if all of it is folded.</summary>
    public void Close(long foldedThrough)
    {
        DeleteFull(foldedThrough);
        file?.Dispose();
        if (file is not null && Last <= foldedThrough) folder.Delete(file.Name);
    }

    /// <exception cref="UnflushedException">Whether it is durable, nobody knows, also of what follows it: nothing more may be appended.</exception>
    private void Write(byte[] block, int entries, int bytes)
    {
        var sealing = new LedgerBlock(log, Last + 1, entries, bytes - LedgerBlock.HeadBytes);
        sealing.Seal(block);
        if (file is null || length + bytes > MaxFileBytes) Roll();
        if (length + bytes > filled)
        {
            RandomAccess.Write(file!.SafeFileHandle, Zeros.AsSpan(), Math.Max(filled, length));
            filled = Math.Max(filled, length) + AheadBytes;
        }

        RandomAccess.Write(file!.SafeFileHandle, block.AsSpan(0, bytes), length);
        FileFlush.Flush(file.SafeFileHandle, file.Name, flush);
        length += bytes;
        Last = sealing.Last;
    }

    private void Roll()
    {
        var next = folder.Create(number);
        if (file is not null)
        {
            lock (full) full.Enqueue((file.Name, Last));
            file.Dispose();
        }

        (file, number, length, filled) = (next, number + 1, 0, 0);
    }
}
