using System.Globalization;
using ResultsGrid.Grains.Downloads;

namespace ResultsGrid.Embedded.Downloads;

/// <summary>One file of the ledger as an earlier process left it: blocks, and behind them zeros or what a torn write left.</summary>
/// <param name="Log">The id of its log; empty where it holds no block.</param>
/// <param name="First">Of its entries; behind <paramref name="Last"/> where it holds none.</param>
internal sealed record LedgerSegment(string Path, string Log, long First, long Last)
{
    public static string LogId(ulong log) => log.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Looks through the file.</summary>
    /// <exception cref="InvalidDataException">A block is damaged that was once good: another stands behind it.</exception>
    public static LedgerSegment Open(string path)
    {
        var bytes = File.ReadAllBytes(path);
        LedgerBlock? last = null;
        var first = 1L;
        var end = 0;
        while (LedgerBlock.At(bytes.AsSpan(end)) is { } block)
        {
            if (last is { } before && (block.Log != before.Log || block.First != before.Last + 1)) throw Damaged(path, end);
            if (last is null) first = block.First;
            last = block;
            end += block.Bytes;
        }

        // Every block was flushed before the next was written: where one stands behind it, a bad one is no torn end.
        if (HoldsBlock(bytes.AsSpan(end))) throw Damaged(path, end);
        return last is { } newest ? new(path, LogId(newest.Log), first, newest.Last) : new(path, "", 1, 0);
    }

    public IReadOnlyList<NumberedDownload> Read()
    {
        var entries = new List<NumberedDownload>();
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(Path);
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

    private static InvalidDataException Damaged(string path, int offset)
        => new(string.Create(CultureInfo.InvariantCulture, $"{path} is damaged at byte {offset}, with good entries behind it. {LedgerFolder.WhatToDo}"));
}
