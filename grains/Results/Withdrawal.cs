namespace ResultsGrid.Grains.Results;

/// <summary>A document taken back from one version, with the reason that whoever asks for it is told.</summary>
public sealed record Withdrawal(int Version, string DocumentId, string Reason, string By, DateTimeOffset At);
