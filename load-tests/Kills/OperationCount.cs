namespace ResultsGrid.LoadTests.Kills;

/// <summary>What became of one kind of operation.</summary>
/// <param name="FoundDone">Unanswered, and found done after the restart.</param>
/// <param name="FoundNotDone">Unanswered, and found not done.</param>
public sealed record OperationCount(int Acknowledged, int FoundDone, int FoundNotDone);
