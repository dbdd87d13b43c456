using Microsoft.Win32.SafeHandles;
using ResultsGrid.Embedded.Documents;

namespace ResultsGrid.Embedded.Downloads;

/// <summary>The end of the log that this process writes: blocks appended to a file and flushed, a new file when one is full. For one thread; what is folded, others may delete.</summary>
internal sealed class LedgerFile(LedgerFolder folder, ulong log, Action<SafeFileHandle> flush)
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

    /// <summary>The sequence number of the last durable entry.</summary>
    public long Last { get; private set; }

    /// <summary>Makes a block durable: its entries stand from <see cref="LedgerBlock.HeadBytes"/> on, its head is put before them.</summary>
    /// <exception cref="UnflushedException">Whether it is durable, nobody knows, also of what follows it: nothing more may be appended.</exception>
    /// <exception cref="IOException">The disk did not take it; the next may be tried.</exception>
    public void Append(byte[] block, int entries, int bytes)
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
