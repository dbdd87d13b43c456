using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ResultsGrid.Awarding.Text;

namespace ResultsGrid.Awarding.Codes;

/// <summary>A grade as results files carry it, in fields of 2 characters: D1 for D*D*D*, or the halves of a double award's, A*/A for A*A.</summary>
/// <param name="First">The grade or the code that stands for it; of a double award its first half.</param>
/// <param name="Second">The second half of a double award's grade; null for any other.</param>
/// <remarks>Fields of 2 characters, and codes for triple grades: domain 1.5 and 4.7.</remarks>
[JsonConverter(typeof(ParsedJsonConverter<ExchangeGrade>))]
public readonly partial record struct ExchangeGrade(Grade First, Grade? Second = null) : IParsable<ExchangeGrade>
{
    /// <summary>Characters of a field in a results file.</summary>
    public const int FieldLength = 2;

    /// <summary>What a refused text should have looked like.</summary>
    public const string Expected = "a grade as results files carry it: 1 or 2 capital letters, digits or *, or two of these with / between, for example D1 or A*/A";

    public static ExchangeGrade Parse(string s, IFormatProvider? provider = null)
        => TryParse(s, provider, out var value) ? value : throw new FormatException($"'{ShownText.Of(s ?? "")}' is not {Expected}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ExchangeGrade result)
    {
        var match = Pattern().Match(s ?? "");
        result = match.Success ? new ExchangeGrade(Grade.Parse(match.Groups[1].Value), match.Groups[2].Success ? Grade.Parse(match.Groups[2].Value) : null) : default;
        return match.Success;
    }

    public override string ToString() => Second is { } second ? $"{First}/{second}" : First.ToString();

    [GeneratedRegex(@"\A([A-Z0-9*]{1,2})(?:/([A-Z0-9*]{1,2}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
