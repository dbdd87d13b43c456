namespace ResultsGrid.LoadTests.Processes;

/// <summary>What a process used, at one moment.</summary>
/// <param name="Processor">Of all its threads, since it started.</param>
/// <param name="Own">The same of the drill itself, which shares the machine.</param>
/// <param name="MemoryBytes">Resident.</param>
public sealed record ProcessSample(DateTimeOffset At, TimeSpan Processor, TimeSpan Own, long MemoryBytes);
