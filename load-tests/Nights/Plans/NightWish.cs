namespace ResultsGrid.LoadTests.Nights.Plans;

/// <summary>How a night shall go.</summary>
/// <param name="Seed">The same seed plans the same arrivals, ways and mishaps.</param>
/// <param name="Lead">From the schedule's approval to the release. Real time, whatever the speed.</param>
/// <param name="Speed">So many times faster than people and systems really come: their intervals are divided by it.</param>
/// <param name="DecompressOneIn">Of so many compressed bodies one is decompressed and checked plain; the others are checked as sent.</param>
public sealed record NightWish(int Seed, TimeSpan Lead, double Speed, int DecompressOneIn);
