using System.Collections.Concurrent;
using ResultsGrid.Exchange.Fonts;

namespace ResultsGrid.Exchange.Pdf;

/// <summary>The letters of a typeface that a document gives codes to: their widths, the way back to text, and the outlines of those it shows.</summary>
/// <remarks>
/// Every document of a kind gives the same codes to the everyday letters, so most share one set, made once. A document that
/// needs more has a set of its own: the everyday letters and its further ones in order of appearance, so the set follows
/// from the text alone. Only outlines differ from one document to the next: each carries those of the letters that it shows.
/// </remarks>
internal sealed class EmbeddedLetters
{
    private const int MaxRememberedSets = 512;

    private static readonly ConcurrentDictionary<(Typeface, string), EmbeddedLetters> Remembered = new();

    private readonly Typeface face;
    private readonly GlyphShape[] shapes;

    private EmbeddedLetters(Typeface face, IReadOnlyList<string> letters)
    {
        this.face = face;
        shapes = [.. letters.Select(letter => face.ShapeOf(letter) ?? GlyphShape.Missing)];
        ToUnicode = Flate.Compress(ToUnicodeMap.Write(letters));
        Widths = $"1[{string.Join(' ', letters.Select(face.WidthOf))}]";
    }

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

    /// <summary>A font file with the outlines of the letters that a document uses.</summary>
    public byte[] Outlines(IReadOnlyList<bool> used) => TrueTypeSubset.Write(face.Font, shapes, used);
}
