using System.Globalization;

namespace ResultsGrid.Grains.Release;

/// <summary>Decides what time it is, so that a clock that jumps opens nothing early and closes nothing that was open.</summary>
/// <param name="HighWater">The highest moment that was ever decided by; kept over restarts.</param>
/// <param name="Anchor">The last wall time that was believed,</param>
/// <param name="AnchorSinceStart">and the elapsed time then.</param>
public readonly record struct ClockGuard(DateTimeOffset HighWater, DateTimeOffset Anchor, TimeSpan AnchorSinceStart)
{
    /// <summary>A time service slews a clock by less than this between two readings; a step is more.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    /// <summary>How far the outside clock may be off, its answer's delay included, and still vouch for this one.</summary>
    public static readonly TimeSpan OutsideTolerance = TimeSpan.FromSeconds(30);

    /// <summary>The anchor follows the wall clock this often, so that years of slewing never add up to a jump.</summary>
    private static readonly TimeSpan AnchorAge = TimeSpan.FromMinutes(1);

    public static ClockGuard Start(DateTimeOffset? highWater, ClockReadings readings)
        => new(highWater ?? readings.Wall, readings.Wall, readings.SinceStart);

    /// <summary>The moment by these readings, and the guard for the next.</summary>
    /// <remarks>
    /// Forward jump (a paused machine looks like one): time goes on by the elapsed clock until the outside clock agrees
    /// with the wall. Backward: the wall is followed, which opens things later, but what had opened stays open.
    /// </remarks>
    public (ClockGuard Next, GuardedMoment Moment) Read(ClockReadings readings)
    {
        var expected = Anchor + (readings.SinceStart - AnchorSinceStart);
        var drift = readings.Wall - expected;
        var vouched = readings.Outside is { } outside && (outside - readings.Wall).Duration() <= OutsideTolerance;
        var believed = drift.Duration() <= Tolerance || vouched;

        var now = Later(HighWater, believed || drift < TimeSpan.Zero ? readings.Wall : expected);
        var anchorIsOld = readings.SinceStart - AnchorSinceStart >= AnchorAge;
        var next = believed && (vouched || anchorIsOld)
            ? new ClockGuard(now, readings.Wall, readings.SinceStart)
            : this with { HighWater = now };
        return (next, new GuardedMoment(now, Doubt(readings.Wall, believed, drift)));
    }

    private string? Doubt(DateTimeOffset wall, bool believed, TimeSpan drift)
    {
        if (!believed) return string.Create(CultureInfo.InvariantCulture, $"The clock jumped by {drift.TotalSeconds:F0} seconds: nothing opens by the jump until another clock agrees.");
        return wall < HighWater - Tolerance
            ? string.Create(CultureInfo.InvariantCulture, $"The clock says {wall:u}, before {HighWater:u} which it has said already: nothing new opens until then.")
            : null;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
