namespace ResultsGrid.LoadTests.National;

/// <summary>What one stage took.</summary>
/// <param name="Wall">By the clock.</param>
/// <param name="Processor">Of all the service's threads.</param>
/// <param name="PeakMemoryBytes">The most that the service has held resident until the stage ended.</param>
/// <param name="DiskBytes">All that the service has stored when the stage ended.</param>
public sealed record StageFigures(string Stage, TimeSpan Wall, TimeSpan Processor, long PeakMemoryBytes, long DiskBytes);
