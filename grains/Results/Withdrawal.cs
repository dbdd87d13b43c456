using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Grains.Results;

/// <summary>A document taken back from one version, with the reason that whoever asks for it is told.</summary>
[GenerateSerializer, Immutable, Alias("Withdrawal")]
public sealed record Withdrawal(
    [property: Id(0)] int Version,
    [property: Id(1)] string DocumentId,
    [property: Id(2)] string Reason,
    [property: Id(3)] string By,
    [property: Id(4)] DateTimeOffset At) : StoredRecord;
