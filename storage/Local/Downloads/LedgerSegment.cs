using ResultsGrid.Grains.Downloads;
using ResultsGrid.Grains.Downloads.Logs;

namespace ResultsGrid.Storage.Local.Downloads;

/// <summary>One file of the ledger as an earlier process left it.</summary>
internal sealed record LedgerSegment(string Path, LedgerStretch Stretch)
{
    /// <summary>Looks through the file.</summary>
    /// <exception cref="InvalidDataException">A block is damaged that was once good: another stands behind it.</exception>
    public static LedgerSegment Open(string path) => new(path, LedgerStretch.Of(File.ReadAllBytes(path), path, LedgerFolder.WhatToDo));

    public IReadOnlyList<NumberedDownload> Read() => LedgerStretch.Read(File.ReadAllBytes(Path));
}
