using ResultsGrid.Exchange.SeriesFiles;

namespace ResultsGrid.Grains.Series;

/// <summary>A piece of work on a whole series, as its operator follows it.</summary>
/// <param name="Number">1, 2, ... within the series.</param>
/// <param name="Total">Items (centres, mostly) of the present stage.</param>
/// <param name="Done">Of those, how many are finished, the stopped ones included.</param>
/// <param name="Faults">Of a refused package, in file and line order.</param>
public sealed record Job(
    int Number,
    JobKind Kind,
    JobStage Stage,
    string By,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    int Total,
    int Done,
    IReadOnlyList<StoppedItem> Stopped,
    IReadOnlyList<Fault> Faults,
    bool HasMoreFaults)
{
    /// <summary>Of a check: the centres whose documents were rebuilt.</summary>
    public IReadOnlyList<RepairedItem> Repaired { get; init; } = [];
}
