using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Series;

/// <summary>A centre that a job could not finish, and why; the others went on.</summary>
[GenerateSerializer, Immutable, Alias("StoppedItem")]
public sealed record StoppedItem([property: Id(0)] string Item, [property: Id(1)] string Reason) : StoredRecord;
