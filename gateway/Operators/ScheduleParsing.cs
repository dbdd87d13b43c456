using System.Globalization;
using ResultsGrid.Awarding.Text;
using ResultsGrid.Gateway.Problems;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Operators;

/// <summary>Reads the wall times of a schedule into instants, once.</summary>
public static class ScheduleParsing
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    public static (ReleaseSchedule? Schedule, Refusal? Refusal) Parse(ScheduleTimes times)
    {
        ArgumentNullException.ThrowIfNull(times);
        var restricted = Instant("restrictedRelease", times.RestrictedRelease, out var fault);
        var candidate = fault is null ? Instant("candidateRelease", times.CandidateRelease, out fault) : null;
        return fault is null ? (new ReleaseSchedule(restricted!.Value, candidate!.Value), null) : (null, new Refusal(ProblemTypes.Invalid, fault));
    }

    private static DateTimeOffset? Instant(string field, string? text, out string? fault)
    {
        fault = null;
        if (!DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wallTime))
            fault = $"{field}: '{ShownText.Of(text ?? "")}' is not a London wall time like 2026-08-12T00:01, without offset.";
        else if (LondonTime.ToInstant(wallTime) is { } instant) return instant;
        else fault = $"{field}: the clocks go forward over {text}, so there is no such time in London.";
        return null;
    }
}
