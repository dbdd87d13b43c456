using ResultsGrid.Exchange.SeriesFiles;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Grains.Series;

/// <summary>What a worker found in a package.</summary>
[GenerateSerializer, Immutable, Alias("PackageReading")]
public abstract record PackageReading
{
    [GenerateSerializer, Immutable, Alias("PackageReading.Accepted")]
    public sealed record Accepted([property: Id(0)] SeriesProfile Profile, [property: Id(1)] ReleaseSchedule Schedule) : PackageReading;

    [GenerateSerializer, Immutable, Alias("PackageReading.Refused")]
    public sealed record Refused([property: Id(0)] ImmutableArray<Fault> Faults, [property: Id(1)] bool HasMore) : PackageReading;
}
