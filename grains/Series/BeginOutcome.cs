namespace ResultsGrid.Grains.Series;

/// <summary>What became of the wish to begin a job.</summary>
[GenerateSerializer, Immutable, Alias("BeginOutcome")]
public abstract record BeginOutcome
{
    [GenerateSerializer, Immutable, Alias("BeginOutcome.Begun")]
    public sealed record Begun([property: Id(0)] Job Job) : BeginOutcome;

    /// <summary>Another job of the series is running: one at a time.</summary>
    [GenerateSerializer, Immutable, Alias("BeginOutcome.Busy")]
    public sealed record Busy([property: Id(0)] Job Running) : BeginOutcome;

    [GenerateSerializer, Immutable, Alias("BeginOutcome.NotReady")]
    public sealed record NotReady([property: Id(0)] string Reason) : BeginOutcome;
}
