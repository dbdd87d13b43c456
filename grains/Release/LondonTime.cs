using System.Globalization;

namespace ResultsGrid.Grains.Release;

/// <summary>The wall time that schedules are written in: Europe/London, kept as instants once read.</summary>
public static class LondonTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The instant of a wall time, or null for one that the spring clock change skips.</summary>
    /// <remarks>A wall time that the autumn change repeats means its second, later pass: a release never opens early by it.</remarks>
    public static DateTimeOffset? ToInstant(DateTime wallTime)
    {
        var local = DateTime.SpecifyKind(wallTime, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(local)) return null;
        // Of a repeated time it gives the standard time's offset, which is the second pass's.
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The same instant, written with London's offset of that day.</summary>
    public static DateTimeOffset AtLondon(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public static DateTimeOffset? AtLondon(DateTimeOffset? instant) => instant is { } moment ? AtLondon(moment) : null;

    /// <summary>For people: 00:01 on Wednesday 12 August 2026.</summary>
    public static string Describe(DateTimeOffset instant)
        => AtLondon(instant).ToString("HH:mm 'on' dddd d MMMM yyyy", CultureInfo.InvariantCulture);
}
