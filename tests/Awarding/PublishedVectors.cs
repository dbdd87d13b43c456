using System.Globalization;

namespace ResultsGrid.Tests.Awarding;

/// <summary>The published figures beside these tests: one dictionary a line, blanks left out.</summary>
internal static class PublishedVectors
{
    public static IEnumerable<IReadOnlyDictionary<string, string>> Of(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Awarding", "Vectors", file))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(','))
            .ToList();
        return lines.Skip(1).Select(fields => lines[0].Zip(fields)
            .Where(pair => pair.Second.Length > 0)
            .ToDictionary(pair => pair.First, pair => pair.Second));
    }

    public static int? Whole(this IReadOnlyDictionary<string, string> line, string column)
        => line.TryGetValue(column, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
