using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Text;

namespace ResultsGrid.Exchange.Identifiers;

/// <summary>National centre number: five digits, the same for every awarding body.</summary>
[JsonConverter(typeof(ParsedJsonConverter<CentreNumber>))]
public readonly partial record struct CentreNumber : IParsable<CentreNumber>, IComparable<CentreNumber>
{
    /// <summary>What a refused text should have looked like.</summary>
    public const string Expected = "a centre number: five digits";

    private readonly string? text;

    private CentreNumber(string text) => this.text = text;

    public static CentreNumber Parse(string s, IFormatProvider? provider = null)
        => TryParse(s, provider, out var value) ? value : throw new FormatException($"'{ShownText.Of(s ?? "")}' is not {Expected}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CentreNumber result)
    {
        var matches = s is not null && Pattern().IsMatch(s);
        result = matches ? new CentreNumber(s!) : default;
        return matches;
    }

    public int CompareTo(CentreNumber other) => string.CompareOrdinal(text, other.text);

    public override string ToString() => text ?? "";

    [GeneratedRegex(@"\A[0-9]{5}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
