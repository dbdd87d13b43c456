using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ResultsGrid.Awarding.Codes;

/// <summary>A grade as it is printed: A*, 7, *2, U; of a double award both halves, as in AA, A*A* or 9-8.</summary>
[JsonConverter(typeof(ParsedJsonConverter<Grade>))]
public readonly partial record struct Grade : IParsable<Grade>, IComparable<Grade>
{
    /// <summary>What a refused text should have looked like.</summary>
    public const string Expected = "a grade as printed, for example A*, 7, AB, 9-8 or D2";

    private readonly string? text;

    private Grade(string text) => this.text = text;

    public static Grade Parse(string s, IFormatProvider? provider = null)
        => TryParse(s, provider, out var value) ? value : throw new FormatException($"'{s}' is not {Expected}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Grade result)
    {
        var matches = s is not null && Pattern().IsMatch(s);
        result = matches ? new Grade(s!) : default;
        return matches;
    }

    /// <summary>True for a double-award grade, which has two halves.</summary>
    public bool IsDouble => Halves().Second is not null;

    /// <summary>The two halves of a double-award grade (A*A gives A* and A; 9-8 gives 9 and 8); a single grade has no second.</summary>
    public (string First, string? Second) Halves()
    {
        var match = Double().Match(ToString());
        if (!match.Success || ToString() == "NC") return (ToString(), null);
        var digits = match.Groups[3].Success ? 2 : 0;
        return (match.Groups[1 + digits].Value, match.Groups[2 + digits].Value);
    }

    public int CompareTo(Grade other) => string.CompareOrdinal(text, other.text);

    public override string ToString() => text ?? "";

    [GeneratedRegex(@"\A(?:([A-Z]\*?)([A-Z]\*?)|([1-9])-([1-9]))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Double();

    [GeneratedRegex(@"\A([A-Z]\*?|[1-9]|[1-9]-[1-9]|([A-Z]\*?){2}|\*[12]|[DMP][12]|NC|D\*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
