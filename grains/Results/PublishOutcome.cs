using System.Text.Json.Serialization;

namespace ResultsGrid.Grains.Results;

/// <summary>What became of a manifest.</summary>
[JsonDerivedType(typeof(Published), "published")]
[JsonDerivedType(typeof(Unchanged), "unchanged")]
[JsonDerivedType(typeof(Refused), "refused")]
public abstract record PublishOutcome
{
    public sealed record Published(int Version) : PublishOutcome;

    public sealed record Unchanged(int Version) : PublishOutcome;

    public sealed record Refused(string Reason) : PublishOutcome;
}
