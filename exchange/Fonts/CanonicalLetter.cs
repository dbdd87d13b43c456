using System.Collections.Frozen;
using System.Globalization;

namespace ResultsGrid.Exchange.Fonts;

/// <summary>A letter taken apart into its base and marks, and put together again: Unicode's canonical equivalence for the letters that the typefaces have.</summary>
/// <remarks>
/// Decompositions.txt has a code point and what it decomposes into, CombiningClasses.txt a mark and its class, both from the
/// Unicode character database, version 14. Documents must not change with the machine's own Unicode data, so it is not asked.
/// </remarks>
internal static class CanonicalLetter
{
    private static readonly FrozenDictionary<int, int[]> Decompositions =
        FontResource.ReadLines("Decompositions.txt").Select(line => Array.ConvertAll(line, Code)).ToFrozenDictionary(codes => codes[0], codes => codes[1..]);

    private static readonly FrozenDictionary<int, int> Classes =
        FontResource.ReadLines("CombiningClasses.txt").ToFrozenDictionary(line => Code(line[0]), line => int.Parse(line[1], CultureInfo.InvariantCulture));

    // A mark that is equal to two others is never put together from them.
    private static readonly FrozenDictionary<(int, int), int> Compositions = Decompositions
        .Where(entry => entry.Value.Length == 2 && ClassOf(entry.Value[0]) == 0)
        .ToFrozenDictionary(entry => (entry.Value[0], entry.Value[1]), entry => entry.Key);

    /// <summary>Base and marks, the marks in canonical order.</summary>
    public static List<int> Decompose(IEnumerable<int> characters)
    {
        var parts = new List<int>();
        foreach (var character in characters) AddParts(character, parts);
        return [.. parts.Take(1), .. parts.Skip(1).OrderBy(ClassOf)];
    }

    /// <summary>Puts each mark into the base for which the composed character is accepted.</summary>
    /// <param name="parts">Decomposed.</param>
    public static List<int> Compose(List<int> parts, Predicate<int> accepts)
    {
        var composed = new List<int> { parts[0] };
        foreach (var mark in parts.Skip(1))
        {
            // Of two marks of one class the inner one must have gone in before.
            var isBlocked = composed.Count > 1 && ClassOf(composed[^1]) == ClassOf(mark);
            if (!isBlocked && Compositions.TryGetValue((composed[0], mark), out var whole) && accepts(whole)) composed[0] = whole;
            else composed.Add(mark);
        }

        return composed;
    }

    private static void AddParts(int character, List<int> parts)
    {
        if (!Decompositions.TryGetValue(character, out var further))
        {
            parts.Add(character);
            return;
        }

        foreach (var part in further) AddParts(part, parts);
    }

    private static int ClassOf(int character) => Classes.GetValueOrDefault(character);

    private static int Code(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
