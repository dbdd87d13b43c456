using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Text;

namespace ResultsGrid.Exchange.Identifiers;

/// <summary>Candidate number: four digits, 0001 to 9999, given by the centre and unique within a series.</summary>
[JsonConverter(typeof(ParsedJsonConverter<CandidateNumber>))]
public readonly partial record struct CandidateNumber : IParsable<CandidateNumber>, IComparable<CandidateNumber>
{
    /// <summary>What a refused text should have looked like.</summary>
    public const string Expected = "a candidate number: four digits from 0001 to 9999";

    private readonly string? text;

    private CandidateNumber(string text) => this.text = text;

    public static CandidateNumber Parse(string s, IFormatProvider? provider = null)
        => TryParse(s, provider, out var value) ? value : throw new FormatException($"'{ShownText.Of(s ?? "")}' is not {Expected}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CandidateNumber result)
    {
        var matches = s is not null && Pattern().IsMatch(s);
        result = matches ? new CandidateNumber(s!) : default;
        return matches;
    }

    public int CompareTo(CandidateNumber other) => string.CompareOrdinal(text, other.text);

    public override string ToString() => text ?? "";

    [GeneratedRegex(@"\A(?!0000)[0-9]{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
