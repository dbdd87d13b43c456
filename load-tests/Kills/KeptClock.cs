using System.Globalization;

namespace ResultsGrid.LoadTests.Kills;

/// <summary>The clock memory in the data folder: whole, never going back, never ahead.</summary>
internal sealed class KeptClock(string folder, KillReport report)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    private readonly string[] files = [Path.Combine(folder, "clock"), Path.Combine(folder, "clock.previous")];
    private DateTimeOffset highest;

    /// <exception cref="LostException">What is kept is no moment, or an impossible one.</exception>
    public void Check()
    {
        report.Check();
        var kept = files.Where(File.Exists).Select(Read).ToList();
        if (kept.Count == 0) throw new LostException("clock memory", "a moment", "neither clock nor clock.previous");
        if (kept.Max() < highest) throw new LostException("clock memory", $"{highest:O} or later", $"{kept.Max():O}");
        highest = kept.Max();
        if (highest > TimeProvider.System.GetUtcNow() + Tolerance) throw new LostException("clock memory", "no moment to come", $"{highest:O}");
    }

    private static DateTimeOffset Read(string file)
        => DateTimeOffset.TryParseExact(File.ReadAllText(file), "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw new LostException("clock memory", "a moment", $"{Path.GetFileName(file)}: '{File.ReadAllText(file)}'");
}
