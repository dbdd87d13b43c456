using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Text;

namespace ResultsGrid.Exchange.Identifiers;

/// <summary>Unique Learner Number: 9 digits and a check digit (domain 1.6).</summary>
[JsonConverter(typeof(ParsedJsonConverter<Uln>))]
public readonly partial record struct Uln : IParsable<Uln>
{
    /// <summary>What a refused text should have looked like.</summary>
    public const string Expected = "a ULN: 9 digits and the check digit that belongs to them, not 9999999999; blank where there is none";

    private readonly string? text;

    private Uln(string text) => this.text = text;

    /// <summary>The check digit of the first nine (weights 10 to 2, 10 less the remainder modulo 11), or null where none is valid.</summary>
    public static int? CheckDigit(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var place = 0; place < 9; place++) sum += (10 - place) * (body[place] - '0');
        var remainder = sum % 11;
        return remainder == 0 ? null : 10 - remainder;
    }

    public static Uln Parse(string s, IFormatProvider? provider = null)
        => TryParse(s, provider, out var value) ? value : throw new FormatException($"'{ShownText.Of(s ?? "")}' is not {Expected}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Uln result)
    {
        var valid = s is not null && Pattern().IsMatch(s) && CheckDigit(s) == s[9] - '0';
        result = valid ? new Uln(s!) : default;
        return valid;
    }

    public override string ToString() => text ?? "";

    // 9999999999 stands for "no ULN" in some systems; the boards refuse it.
    [GeneratedRegex(@"\A(?!9999999999)[0-9]{10}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
