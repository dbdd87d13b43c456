using System.CommandLine.Parsing;
using System.Globalization;

namespace ResultsGrid.Gateway.Commands;

/// <summary>Durations as people type them: 90s, 10m, 2h.</summary>
public static class ShortDuration
{
    private const int MaxHours = 24 * 30;

    public static TimeSpan Parse(ArgumentResult argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (TryParse(text) is { } duration) return duration;
        argument.AddError($"'{text}' is not a duration like 90s, 10m or 2h, from 1s to {MaxHours}h.");
        return default;
    }

    /// <summary>Null for what is no such duration, from a second to 30 days.</summary>
    public static TimeSpan? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length < 2 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        TimeSpan? duration = text[^1] switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            _ => null,
        };
        return duration is { TotalSeconds: >= 1, TotalHours: <= MaxHours } ? duration : null;
    }
}
