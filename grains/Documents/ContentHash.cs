using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Grains.Documents;

/// <summary>SHA-256 of a document's bytes, in 64 lower-case hexadecimal digits: its name in the store and its ETag.</summary>
[JsonConverter(typeof(ParsedJsonConverter<ContentHash>))]
[GenerateSerializer, Immutable, Alias("ContentHash")]
public readonly partial record struct ContentHash : IParsable<ContentHash>
{
    [Id(0)]
    private readonly string? text;

    private ContentHash(string text) => this.text = text;

    public static ContentHash Of(ReadOnlySpan<byte> content) => OfDigest(SHA256.HashData(content));

    /// <param name="digest">What SHA-256 gave, 32 bytes.</param>
    public static ContentHash OfDigest(ReadOnlySpan<byte> digest) => new(Convert.ToHexStringLower(digest));

    public static ContentHash Parse(string s, IFormatProvider? provider = null)
        => TryParse(s, provider, out var value) ? value : throw new FormatException($"'{s}' is not 64 lower-case hexadecimal digits.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ContentHash result)
    {
        var valid = s is not null && Pattern().IsMatch(s);
        result = valid ? new ContentHash(s!) : default;
        return valid;
    }

    public override string ToString() => text ?? "";

    [GeneratedRegex(@"\A[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
