using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Results;

/// <param name="Version">1, 2, ... within the centre and series.</param>
[GenerateSerializer, Immutable, Alias("PublishedVersion")]
public sealed record PublishedVersion(
    [property: Id(0)] int Version,
    [property: Id(1)] DateTimeOffset PublishedAt,
    [property: Id(2)] Manifest Manifest) : StoredRecord;
