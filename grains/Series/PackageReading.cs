using System.Text.Json.Serialization;
using ResultsGrid.Exchange.SeriesFiles;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Grains.Series;

/// <summary>What a worker found in a package.</summary>
[JsonDerivedType(typeof(Accepted), "accepted")]
[JsonDerivedType(typeof(Refused), "refused")]
public abstract record PackageReading
{
    public sealed record Accepted(SeriesProfile Profile, ReleaseSchedule Schedule) : PackageReading;

    public sealed record Refused(IReadOnlyList<Fault> Faults, bool HasMore) : PackageReading;
}
