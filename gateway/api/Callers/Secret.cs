using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Gateway.Api.Callers;

/// <summary>A random reference token: the shelf in clear, what it is (s for a session, k for an access key), and 256 random bits.</summary>
public sealed record Secret(Shelf Shelf, char Kind, string Text)
{
    public const char OfSession = 's';
    public const char OfKey = 'k';

    private const int RandomBytes = 32;
    private const int RandomChars = 43;

    /// <summary>What is stored and looked up: a random secret of this length needs no salt and no stretching.</summary>
    public ContentHash Hash => ContentHash.Of(Encoding.ASCII.GetBytes(Text));

    public static Secret Create(Shelf shelf, char kind)
        => new(shelf, kind, $"{shelf}.{kind}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes))}");

    public static bool TryParse(string? text, [NotNullWhen(true)] out Secret? secret)
    {
        secret = text?.Split('.') is [var shelfText, [OfSession or OfKey] kind, { Length: RandomChars }] && Shelf.TryParse(shelfText, null, out var shelf)
            ? new Secret(shelf, kind[0], text)
            : null;
        return secret is not null;
    }
}
