using System.Globalization;
using System.Text;

namespace ResultsGrid.Exchange.Fonts;

/// <summary>Which text the documents' typefaces can draw as it is written: every letter, and every mark where it belongs.</summary>
public static class DrawableText
{
    /// <summary>More marks on one letter than any language writes; they would climb into the line above.</summary>
    private const int MaxMarks = 4;

    /// <returns>Null for text that is drawn whole; else what is not, by code point and place, to follow the text's name: "has U+674E (李) …".</returns>
    public static string? Refuse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return null;
        for (var at = 0; at < text.Length;)
        {
            var length = Typeface.LetterLength(text.AsSpan(at));
            var letter = text.Substring(at, length);
            if (RefuseLetter(letter) is { } reason) return $"has {reason} at character {CharactersIn(text.AsSpan(0, at)) + 1}";
            at += length;
        }

        return null;
    }

    private static string? RefuseLetter(string letter)
    {
        var runes = letter.EnumerateRunes().ToArray();
        if (runes.Length - 1 > MaxMarks) return $"{runes.Length - 1} marks on one letter ({Described(runes[0])}); {MaxMarks} are the most,";
        if (IsDrawn(Typeface.Regular, letter) && IsDrawn(Typeface.Bold, letter)) return null;
        var isLoose = Rune.GetUnicodeCategory(runes[0]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpaceSeparator;
        if (isLoose) return $"the mark {Described(runes[^1])} without a letter under it";
        return $"{Described(runes.FirstOrDefault(rune => !IsDrawn(rune), runes[^1]))}, which no typeface of the documents can draw,";
    }

    private static bool IsDrawn(Rune rune)
    {
        // A mark is tried on a letter that takes any.
        var letter = Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark ? $"o{rune}" : rune.ToString();
        return IsDrawn(Typeface.Regular, letter) && IsDrawn(Typeface.Bold, letter);
    }

    private static bool IsDrawn(Typeface face, string letter) => face.FaceOf(letter).ShapeOf(letter) is not null;

    private static string Described(Rune rune) => $"U+{rune.Value:X4} ({(Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark ? $"\u25CC{rune}" : rune.ToString())})";

    private static int CharactersIn(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes()) count++;
        return count;
    }
}
