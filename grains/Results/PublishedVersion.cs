namespace ResultsGrid.Grains.Results;

/// <param name="Version">1, 2, ... within the centre and series.</param>
public sealed record PublishedVersion(int Version, DateTimeOffset PublishedAt, Manifest Manifest);
