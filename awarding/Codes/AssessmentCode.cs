using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ResultsGrid.Awarding.Text;

namespace ResultsGrid.Awarding.Codes;

/// <summary>The code of a unit or component: 2 to 10 capital letters and digits, for example F011.</summary>
[JsonConverter(typeof(ParsedJsonConverter<AssessmentCode>))]
public readonly partial record struct AssessmentCode : IParsable<AssessmentCode>, IComparable<AssessmentCode>
{
    /// <summary>What a refused text should have looked like.</summary>
    public const string Expected = "an assessment code: 2 to 10 capital letters and digits, for example F011";

    private readonly string? text;

    private AssessmentCode(string text) => this.text = text;

    public static AssessmentCode Parse(string s, IFormatProvider? provider = null)
        => TryParse(s, provider, out var value) ? value : throw new FormatException($"'{ShownText.Of(s ?? "")}' is not {Expected}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AssessmentCode result)
    {
        var matches = s is not null && Pattern().IsMatch(s);
        result = matches ? new AssessmentCode(s!) : default;
        return matches;
    }

    public int CompareTo(AssessmentCode other) => string.CompareOrdinal(text, other.text);

    public override string ToString() => text ?? "";

    [GeneratedRegex(@"\A[A-Z0-9]{2,10}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
