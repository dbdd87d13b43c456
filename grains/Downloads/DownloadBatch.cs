using ResultsGrid.Grains.Results;

namespace ResultsGrid.Grains.Downloads;

/// <summary>A stretch of one log, as far as it is of one centre, added up by user and document.</summary>
/// <param name="Log">The log's id; every writer has one of its own, new at every start.</param>
/// <param name="After">The sequence number through which the grain must hold this log, for the batch to be new to it.</param>
/// <param name="Through">That of the batch's last entry.</param>
/// <param name="Logs">The logs that may still bring entries: the grain forgets its positions in others.</param>
public sealed record DownloadBatch(string Log, long After, long Through, IReadOnlyList<Fetch> Fetches, LogsInUse Logs);
