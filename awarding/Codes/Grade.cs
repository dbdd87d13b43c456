using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Serialization;
using ResultsGrid.Awarding.Text;

namespace ResultsGrid.Awarding.Codes;

/// <summary>A grade as it is printed: A*, 7, 9-8, D*D*D*, Near pass. Which grades there are, and in which order, is the gradeset's to say.</summary>
[JsonConverter(typeof(ParsedJsonConverter<Grade>))]
public readonly record struct Grade : IParsable<Grade>, IComparable<Grade>
{
    public const int MaxLength = 30;

    /// <summary>What a refused text should have looked like.</summary>
    public const string Expected = "a grade as printed: up to 30 visible characters without / ; or #, for example A*, 7, 9-8, D*D*D* or Near pass";

    /// <summary>Divide a list of grades and the halves of an exchanged one; # stands beside a grade and is none.</summary>
    private const string Dividers = "/;#";

    private readonly string? text;

    private Grade(string text) => this.text = text;

    public static Grade Parse(string s, IFormatProvider? provider = null)
        => TryParse(s, provider, out var value) ? value : throw new FormatException($"'{ShownText.Of(s ?? "")}' is not {Expected}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Grade result)
    {
        var isGrade = s is { Length: > 0 and <= MaxLength } && s[0] != ' ' && s[^1] != ' ' && IsOfWords(s);
        result = isGrade ? new Grade(s!) : default;
        return isGrade;
    }

    /// <summary>By characters, whatever the language; from highest to lowest is <see cref="Gradeset.Grades"/>' order.</summary>
    public int CompareTo(Grade other) => string.CompareOrdinal(text, other.text);

    public override string ToString() => text ?? "";

    /// <summary>Words of visible characters with one space between.</summary>
    private static bool IsOfWords(string s)
    {
        var before = ' ';
        foreach (var rune in s.EnumerateRunes())
        {
            if (rune.Value == ' ' && before == ' ') return false;
            if (ShownText.IsUnseen(rune) || rune == Rune.ReplacementChar || (rune.IsAscii && Dividers.Contains((char)rune.Value, StringComparison.Ordinal))) return false;
            before = rune.IsBmp ? (char)rune.Value : '\0';
        }

        return true;
    }
}
