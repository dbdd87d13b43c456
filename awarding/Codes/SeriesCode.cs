using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ResultsGrid.Awarding.Text;

namespace ResultsGrid.Awarding.Codes;

/// <summary>A series as the boards write it: month (1-9, A, B, C), a letter of the board, two digits of the year. 6B26 is June 2026 GCE.</summary>
[JsonConverter(typeof(ParsedJsonConverter<SeriesCode>))]
public readonly partial record struct SeriesCode : IParsable<SeriesCode>, IComparable<SeriesCode>
{
    /// <summary>What a refused text should have looked like.</summary>
    public const string Expected = "a series code: a month (1-9, A, B or C), a letter and two digits of the year, for example 6B26";

    private readonly string? text;

    private SeriesCode(string text) => this.text = text;

    public static SeriesCode Parse(string s, IFormatProvider? provider = null)
        => TryParse(s, provider, out var value) ? value : throw new FormatException($"'{ShownText.Of(s ?? "")}' is not {Expected}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SeriesCode result)
    {
        var matches = s is not null && Pattern().IsMatch(s);
        result = matches ? new SeriesCode(s!) : default;
        return matches;
    }

    public int CompareTo(SeriesCode other) => string.CompareOrdinal(text, other.text);

    public override string ToString() => text ?? "";

    [GeneratedRegex(@"\A[1-9A-C][A-Z][0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
