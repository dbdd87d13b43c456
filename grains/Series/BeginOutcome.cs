using System.Text.Json.Serialization;

namespace ResultsGrid.Grains.Series;

/// <summary>What became of the wish to begin a job.</summary>
[JsonDerivedType(typeof(Begun), "begun")]
[JsonDerivedType(typeof(Busy), "busy")]
[JsonDerivedType(typeof(NotReady), "notReady")]
public abstract record BeginOutcome
{
    public sealed record Begun(Job Job) : BeginOutcome;

    /// <summary>Another job of the series is running: one at a time.</summary>
    public sealed record Busy(Job Running) : BeginOutcome;

    public sealed record NotReady(string Reason) : BeginOutcome;
}
