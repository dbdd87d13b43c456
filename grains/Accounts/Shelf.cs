using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Grains.Accounts;

/// <summary>Where an account stands: a centre's number, or the board itself. User names, tokens and keys begin with it.</summary>
/// <remarks>So a request finds its accounts without a look-up, and an unknown prefix is refused without waking a grain.</remarks>
[JsonConverter(typeof(ParsedJsonConverter<Shelf>))]
public readonly record struct Shelf : IParsable<Shelf>
{
    /// <summary>What a refused text should have looked like.</summary>
    public const string Expected = "a centre number of five digits, or board";

    private const string BoardText = "board";

    private readonly string? text;

    private Shelf(string text) => this.text = text;

    public static Shelf Board { get; } = new(BoardText);

    public CentreNumber? Centre => CentreNumber.TryParse(text, null, out var number) ? number : null;

    public bool IsBoard => text == BoardText;

    public static Shelf Of(CentreNumber centre) => new(centre.ToString());

    public static Shelf Parse(string s, IFormatProvider? provider = null)
        => TryParse(s, provider, out var value) ? value : throw new FormatException($"'{s}' is not {Expected}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Shelf result)
    {
        var valid = s == BoardText || CentreNumber.TryParse(s, null, out _);
        result = valid ? new Shelf(s!) : default;
        return valid;
    }

    public override string ToString() => text ?? "";
}
