using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Text;

namespace ResultsGrid.Exchange.Identifiers;

/// <summary>Unique Candidate Identifier: 12 characters and a check character (domain 1.6).</summary>
[JsonConverter(typeof(ParsedJsonConverter<Uci>))]
public readonly partial record struct Uci : IParsable<Uci>
{
    /// <summary>What a refused text should have looked like.</summary>
    public const string Expected = "a UCI: 5 digits, a digit or one of A B C E G, 6 digits, and the check character that belongs to them";

    private const string CheckCharacters = "ABCDEFGHKLMRTVWXY";
    private const int Modulus = 17;
    private const int FirstWeight = 16;

    private readonly string? text;

    private Uci(string text) => this.text = text;

    /// <summary>The check character of the first 12 characters: weights 16 to 5, modulo 17; a letter counts by its place (A is 1).</summary>
    public static char CheckCharacter(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var place = 0; place < 12; place++)
            sum += (FirstWeight - place) * (char.IsAsciiDigit(body[place]) ? body[place] - '0' : body[place] - 'A' + 1);
        return CheckCharacters[sum % Modulus];
    }

    public static Uci Parse(string s, IFormatProvider? provider = null)
        => TryParse(s, provider, out var value) ? value : throw new FormatException($"'{ShownText.Of(s ?? "")}' is not {Expected}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Uci result)
    {
        var valid = s is not null && Pattern().IsMatch(s) && CheckCharacter(s) == s[12];
        result = valid ? new Uci(s!) : default;
        return valid;
    }

    public override string ToString() => text ?? "";

    // Only the letters that the boards' pages agree on: published code disagrees about Q to Z.
    [GeneratedRegex(@"\A[0-9]{5}[0-9ABCEG][0-9]{6}[A-HK-MRTVWXY]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
