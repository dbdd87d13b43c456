using System.Collections.Concurrent;
using System.Security.Cryptography;
using ResultsGrid.Exchange.Fonts;

namespace ResultsGrid.Exchange.Pdf;

/// <summary>The letters of a typeface that a document embeds: font file, widths and the way back to text, ready to be written.</summary>
/// <remarks>
/// Every document of a kind has the same everyday letters, so most share one set, made once. A document that needs more has
/// a set of its own: the everyday letters and its further ones in order of appearance, so the set follows from the text alone.
/// </remarks>
internal sealed class EmbeddedLetters
{
    private const int MaxRememberedSets = 512;

    private static readonly ConcurrentDictionary<(Typeface, string), EmbeddedLetters> Remembered = new();

    private EmbeddedLetters(Typeface face, IReadOnlyList<string> letters)
    {
        var subset = TrueTypeSubset.Write(face.Font, [.. letters.Select(face.ShapeOf)]);
        FontBytes = subset.Length;
        FontFile = Flate.Compress(subset);
        ToUnicode = Flate.Compress(ToUnicodeMap.Write(letters));
        Widths = $"1[{string.Join(' ', letters.Select(face.WidthOf))}]";
        // Six letters that tell subsets of one font apart, as the format asks.
        Name = $"{string.Concat(SHA256.HashData(subset).Take(6).Select(value => (char)('A' + value % 26)))}+{face.PostScriptName}";
    }

    public string Name { get; }

    /// <summary>Compressed.</summary>
    public byte[] FontFile { get; }

    /// <summary>The font file's size before compression.</summary>
    public int FontBytes { get; }

    /// <summary>Compressed.</summary>
    public byte[] ToUnicode { get; }

    public string Widths { get; }

    /// <param name="letters">The n-th has code n + 1.</param>
    public static EmbeddedLetters Of(Typeface face, IReadOnlyList<string> letters)
    {
        var key = (face, string.Join('\n', letters));
        if (Remembered.TryGetValue(key, out var set)) return set;
        set = new EmbeddedLetters(face, letters);
        if (Remembered.Count < MaxRememberedSets) Remembered.TryAdd(key, set);
        return set;
    }
}
