namespace ResultsGrid.LoadTests.Storms;

/// <param name="Duration">Of each half of a pair: without the storm, then with it.</param>
/// <param name="SignInsPerSecond">That come, right and wrong.</param>
/// <param name="DownloadsPerSecond">Beside them; null: half of what the machine serves, measured first.</param>
public sealed record StormPlan(TimeSpan Duration, int Pairs, double SignInsPerSecond, double? DownloadsPerSecond, int Seed);
