using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ResultsGrid.Awarding.Text;

namespace ResultsGrid.Awarding.Codes;

/// <summary>The certification code of a qualification: 2 to 7 capital letters and digits, for example H401.</summary>
[JsonConverter(typeof(ParsedJsonConverter<QualificationCode>))]
public readonly partial record struct QualificationCode : IParsable<QualificationCode>, IComparable<QualificationCode>
{
    /// <summary>What a refused text should have looked like.</summary>
    public const string Expected = "a certification code: 2 to 7 capital letters and digits, for example H401";

    private readonly string? text;

    private QualificationCode(string text) => this.text = text;

    public static QualificationCode Parse(string s, IFormatProvider? provider = null)
        => TryParse(s, provider, out var value) ? value : throw new FormatException($"'{ShownText.Of(s ?? "")}' is not {Expected}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out QualificationCode result)
    {
        var matches = s is not null && Pattern().IsMatch(s);
        result = matches ? new QualificationCode(s!) : default;
        return matches;
    }

    public int CompareTo(QualificationCode other) => string.CompareOrdinal(text, other.text);

    public override string ToString() => text ?? "";

    [GeneratedRegex(@"\A[A-Z0-9]{2,7}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
