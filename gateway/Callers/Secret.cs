using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Gateway.Callers;

/// <summary>A random reference token: the shelf in clear, what it is (s for a session, k for an access key), and 256 random bits.</summary>
public sealed record Secret(string Text)
{
    public const char OfSession = 's';
    public const char OfKey = 'k';

    /// <summary>Past this no text is a secret, and none is hashed.</summary>
    public const int MaxChars = 64;

    private const int RandomBytes = 32;
    private const int RandomChars = 43;

    /// <summary>What is stored and looked up: a random secret of this length needs no salt and no stretching.</summary>
    public ContentHash Hash => ContentHash.Of(Encoding.ASCII.GetBytes(Text));

    public static Secret Create(Shelf shelf, char kind)
        => new($"{shelf}.{kind}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes))}");

    /// <summary>The shelf that a text stands on, if it has the form of a secret; else nothing.</summary>
    public static ReadOnlySpan<char> ShelfOf(ReadOnlySpan<char> text)
    {
        var shelfEnd = text.Length - RandomChars - ".s.".Length;
        var hasForm = shelfEnd > 0 && text.Length <= MaxChars && text[shelfEnd] == '.' && text[shelfEnd + 1] is OfSession or OfKey && text[shelfEnd + 2] == '.';
        return hasForm ? text[..shelfEnd] : [];
    }

    /// <summary>The hash of a text of at most <see cref="MaxChars"/>, without leaving anything behind.</summary>
    public static SecretDigest DigestOf(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[MaxChars];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        // Anything but ASCII becomes a question mark, which no secret has.
        SHA256.HashData(bytes[..Encoding.ASCII.GetBytes(text, bytes)], hash);
        return SecretDigest.Of(hash);
    }
}
