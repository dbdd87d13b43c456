using ResultsGrid.Exchange.SeriesFiles;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Series;

/// <summary>A piece of work on a whole series, as its operator follows it.</summary>
/// <param name="Number">1, 2, ... within the series.</param>
/// <param name="Total">Items (centres, mostly) of the present stage.</param>
/// <param name="Done">Of those, how many are finished, the stopped ones included.</param>
/// <param name="Faults">Of a refused package, in file and line order.</param>
[GenerateSerializer, Immutable, Alias("Job")]
public sealed record Job(
    [property: Id(0)] int Number,
    [property: Id(1)] JobKind Kind,
    [property: Id(2)] JobStage Stage,
    [property: Id(3)] string By,
    [property: Id(4)] DateTimeOffset StartedAt,
    [property: Id(5)] DateTimeOffset? FinishedAt,
    [property: Id(6)] int Total,
    [property: Id(7)] int Done,
    [property: Id(8)] ImmutableArray<StoppedItem> Stopped,
    [property: Id(9)] ImmutableArray<Fault> Faults,
    [property: Id(10)] bool HasMoreFaults) : StoredRecord
{
    /// <summary>Of a check: the centres whose documents were rebuilt.</summary>
    [Id(11)]
    public ImmutableArray<RepairedItem> Repaired { get; init; } = [];
}
