namespace ResultsGrid.LoadTests.Downloads;

/// <summary>What one way of recording costs.</summary>
/// <param name="Waiters">Callers that each wait for their entry before they record the next.</param>
/// <param name="Processor">Of the whole process, per entry, the callers' own loops included.</param>
/// <param name="AllocatedBytes">Per entry.</param>
public sealed record RecordingCost(string Way, int Waiters, double EntriesPerSecond, TimeSpan Processor, double AllocatedBytes);
