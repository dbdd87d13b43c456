using System.Text.Json;

namespace ResultsGrid.Tests.Pipeline;

/// <summary>The fields of what the screens are fed with.</summary>
internal static class Screen
{
    /// <summary>Null where it is not there.</summary>
    public static string? Text(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;

    /// <summary># for work that is missing in part; for an absent result the outcome says it.</summary>
    public static string? Partial(JsonElement element) => element.GetProperty("partialAbsence").GetBoolean() ? "#" : null;

    public static string Outcome(string outcome) => outcome == "no-result" ? "noResult" : outcome;
}
