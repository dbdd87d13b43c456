using ResultsGrid.Grains.Results;

namespace ResultsGrid.Grains.Downloads;

/// <summary>A stretch of one log, as far as it is of one centre, added up by user and document.</summary>
/// <param name="Log">The log's id; every writer has one of its own, new at every start.</param>
/// <param name="After">The sequence number through which the grain must hold this log, for the batch to be new to it.</param>
/// <param name="Through">That of the batch's last entry.</param>
/// <param name="Logs">The logs that may still bring entries: the grain forgets its positions in others.</param>
[GenerateSerializer, Immutable, Alias("DownloadBatch")]
public sealed record DownloadBatch(
    [property: Id(0)] string Log,
    [property: Id(1)] long After,
    [property: Id(2)] long Through,
    [property: Id(3)] ImmutableArray<Fetch> Fetches,
    [property: Id(4)] LogsInUse Logs);
