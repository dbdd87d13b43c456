namespace ResultsGrid.Grains.Release;

/// <summary>What the clocks say at one moment.</summary>
/// <param name="Wall">This machine's time of day.</param>
/// <param name="SinceStart">Elapsed time that nobody can set; it stands still while a virtual machine is paused.</param>
/// <param name="Outside">A clock of another machine (the document store's), where one was read lately; else null.</param>
public readonly record struct ClockReadings(DateTimeOffset Wall, TimeSpan SinceStart, DateTimeOffset? Outside);
