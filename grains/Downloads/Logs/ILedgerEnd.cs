namespace ResultsGrid.Grains.Downloads.Logs;

/// <summary>The end of one log, wherever it lies: the one place where blocks are appended. For its writer, one thread at a time, which may block.</summary>
public interface ILedgerEnd
{
    /// <summary>The log's id, once the first block is durable.</summary>
    string Log { get; }

    /// <summary>The sequence number of the last durable entry.</summary>
    long Last { get; }

    /// <summary>What an operator does while it takes no blocks: a sentence.</summary>
    string Remedy { get; }

    /// <summary>Makes a block durable: its entries stand from <see cref="LedgerBlock.HeadBytes"/> on, its head is put before them.</summary>
    /// <param name="entries">How many; none to find out whether it takes blocks again.</param>
    /// <param name="bytes">Of the head and the entries.</param>
    /// <exception cref="LogEndedException">This log takes no more, whatever is tried.</exception>
    /// <exception cref="IOException">It was not taken, or nobody knows; the next may be tried.</exception>
    void Append(byte[] block, int entries, int bytes);
}
