using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ResultsGrid.Exchange.Identifiers;

/// <summary>Names as people type them when they search: without marks, apostrophes, hyphens, spaces and capitals.</summary>
public static class NameText
{
    /// <summary>Straight, curled, modifier letters and accents that stand for one.</summary>
    private static readonly FrozenSet<char> Apostrophes = "'\u2018\u2019\u201A\u201B\u02B9\u02BB\u02BC\u02BD\u02C8\u02CA\u02CB\u0060\u00B4\u2032\u2035\uFF07".ToFrozenSet();

    /// <summary>Letters that Unicode takes for their own, though people who lack the key type another.</summary>
    private static readonly FrozenDictionary<char, string> Plain = new Dictionary<char, string>
    {
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['ø'] = "o",
        ['ħ'] = "h",
        ['ŧ'] = "t",
        ['ı'] = "i",
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['þ'] = "th",
        ['ŋ'] = "n",
    }.ToFrozenDictionary();

    /// <summary>What of a text is compared in a search: O'Brien and obrien, Álvarez and alvarez, Smith-Jones and smith jones come out alike.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var character in Decomposed(text))
        {
            if (IsApostrophe(character) || IsHyphen(character) || char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark) continue;
            var small = char.ToLowerInvariant(character);
            if (Plain.TryGetValue(small, out var plain)) folded.Append(plain);
            else folded.Append(small);
        }

        return folded.ToString();
    }

    /// <summary>Whether a search for part of a name finds it, whichever of its two parts was typed first.</summary>
    /// <param name="folded">What was typed, by <see cref="Fold"/>.</param>
    public static bool Finds(string folded, CandidateName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var (family, forenames) = (Fold(name.FamilyName), Fold(name.Forenames));
        return $"{family}{forenames}".Contains(folded, StringComparison.Ordinal) || $"{forenames}{family}".Contains(folded, StringComparison.Ordinal);
    }

    internal static bool IsApostrophe(char character) => Apostrophes.Contains(character);

    internal static bool IsHyphen(char character) => char.GetUnicodeCategory(character) == UnicodeCategory.DashPunctuation;

    /// <summary>A text that is no Unicode (half a surrogate pair) finds nobody, and is no fault.</summary>
    private static string Decomposed(string text) => IsWhole(text) ? text.Normalize(NormalizationForm.FormD) : text;

    private static bool IsWhole(string text) => text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);
}
