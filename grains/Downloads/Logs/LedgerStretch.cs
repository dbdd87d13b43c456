using System.Globalization;

namespace ResultsGrid.Grains.Downloads.Logs;

/// <summary>What a file or blob holds of one log: blocks, and behind them zeros or what a torn write left.</summary>
/// <param name="Log">The id of its log; empty where it holds no block.</param>
/// <param name="First">Of its entries; behind <paramref name="Last"/> where it holds none.</param>
/// <param name="Bytes">Of its whole blocks.</param>
public sealed record LedgerStretch(string Log, long First, long Last, int Bytes)
{
    public static string LogId(ulong log) => log.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Looks through the bytes.</summary>
    /// <param name="name">Of the file or blob, for the fault.</param>
    /// <param name="whatToDo">What an operator does about damage: a sentence.</param>
    /// <exception cref="InvalidDataException">A block is damaged that was once good: another stands behind it.</exception>
    public static LedgerStretch Of(ReadOnlySpan<byte> bytes, string name, string whatToDo)
    {
        LedgerBlock? last = null;
        var first = 1L;
        var end = 0;
        while (LedgerBlock.At(bytes[end..]) is { } block)
        {
            if (last is { } before && (block.Log != before.Log || block.First != before.Last + 1)) throw Damaged(name, end, whatToDo);
            if (last is null) first = block.First;
            last = block;
            end += block.Bytes;
        }

        // Every block was durable before the next was written: where one stands behind it, a bad one is no torn end.
        if (HoldsBlock(bytes[end..])) throw Damaged(name, end, whatToDo);
        return last is { } newest ? new(LogId(newest.Log), first, newest.Last, end) : new("", 1, 0, 0);
    }

    /// <summary>The entries of its whole blocks.</summary>
    /// <exception cref="InvalidDataException">One can't be read.</exception>
    public static IReadOnlyList<NumberedDownload> Read(ReadOnlySpan<byte> bytes)
    {
        var entries = new List<NumberedDownload>();
        while (LedgerBlock.At(bytes) is { } block)
        {
            var left = bytes[LedgerBlock.HeadBytes..block.Bytes];
            for (var sequence = block.First; sequence <= block.Last; sequence++) entries.Add(new(sequence, DownloadEntry.Read(ref left)));
            bytes = bytes[block.Bytes..];
        }

        return entries;
    }

    private static bool HoldsBlock(ReadOnlySpan<byte> bytes)
    {
        for (var at = bytes.IndexOf(LedgerBlock.Magic); at >= 0; at = bytes.IndexOf(LedgerBlock.Magic))
        {
            bytes = bytes[at..];
            if (LedgerBlock.At(bytes) is not null) return true;
            bytes = bytes[1..];
        }

        return false;
    }

    private static InvalidDataException Damaged(string name, int offset, string whatToDo)
        => new(string.Create(CultureInfo.InvariantCulture, $"{name} is damaged at byte {offset}, with good entries behind it. {whatToDo}"));
}
