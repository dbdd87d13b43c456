using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Grains.Accounts;

/// <summary>A user's name to sign in with: the shelf, a point, and a name of the user's own, for example 10101.officer.</summary>
[JsonConverter(typeof(ParsedJsonConverter<UserName>))]
[GenerateSerializer, Immutable, Alias("UserName")]
public readonly partial record struct UserName : IParsable<UserName>
{
    /// <summary>What a refused text should have looked like.</summary>
    public const string Expected = "a user name: the centre number (or board), a point, and 1 to 40 small letters, digits, points or hyphens, not beginning with key.";

    private const string KeyPrefix = "key.";

    [Id(0)]
    private readonly string? text;

    private UserName(string text) => this.text = text;

    /// <summary>True of a name that is written like an access key (10101.key.4088b9d5). Nobody is given one any more; earlier versions did.</summary>
    public bool LooksLikeKey => ToString().Split('.', 2) is [_, var own] && own.StartsWith(KeyPrefix, StringComparison.Ordinal);

    public Shelf Shelf => Shelf.Parse(ToString().Split('.', 2)[0]);

    public static UserName Parse(string s, IFormatProvider? provider = null)
        => TryParse(s, provider, out var value) ? value : throw new FormatException($"'{s}' is not {Expected}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out UserName result)
    {
        var valid = s is not null && Pattern().IsMatch(s);
        result = valid ? new UserName(s!) : default;
        return valid;
    }

    public override string ToString() => text ?? "";

    [GeneratedRegex(@"\A([0-9]{5}|board)\.[a-z0-9][a-z0-9.-]{0,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
