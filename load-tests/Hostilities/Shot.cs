namespace ResultsGrid.LoadTests.Hostilities;

/// <summary>One request that no good client sends.</summary>
/// <param name="Allowed">Statuses that it may be answered with; closing without one is always right.</param>
/// <param name="MaxAnswers">More than so many means that a request was smuggled in.</param>
public sealed record Shot(string Name, byte[] Bytes, IReadOnlyList<int> Allowed, int MaxAnswers = 1);
