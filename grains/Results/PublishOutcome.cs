namespace ResultsGrid.Grains.Results;

/// <summary>What became of a manifest.</summary>
[GenerateSerializer, Immutable, Alias("PublishOutcome")]
public abstract record PublishOutcome
{
    [GenerateSerializer, Immutable, Alias("PublishOutcome.Published")]
    public sealed record Published([property: Id(0)] int Version) : PublishOutcome;

    [GenerateSerializer, Immutable, Alias("PublishOutcome.Unchanged")]
    public sealed record Unchanged([property: Id(0)] int Version) : PublishOutcome;

    [GenerateSerializer, Immutable, Alias("PublishOutcome.Refused")]
    public sealed record Refused([property: Id(0)] string Reason) : PublishOutcome;
}
