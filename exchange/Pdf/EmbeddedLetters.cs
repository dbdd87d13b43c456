using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using ResultsGrid.Exchange.Fonts;

namespace ResultsGrid.Exchange.Pdf;

/// <summary>The letters of a typeface that a document embeds: font file, widths and the way back to text, ready to be written.</summary>
/// <remarks>
/// Every document has the same everyday letters, so most share one set, made once. A document that needs more has a set of
/// its own: the everyday letters and its further ones in order of appearance, so the set follows from the text alone.
/// </remarks>
internal sealed class EmbeddedLetters
{
    /// <summary>Letters that nearly every document has. Code n + 1 is the n-th.</summary>
    public const string Everyday = " #&'()*,-./0123456789:;ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz–’";

    private const int MaxRememberedSets = 512;
    private const int LettersInBlock = 100;

    private static readonly ConcurrentDictionary<(Typeface, string), EmbeddedLetters> Remembered = new();

    private EmbeddedLetters(Typeface face, IReadOnlyList<string> letters)
    {
        var subset = TrueTypeSubset.Write(face.Font, [.. letters.Select(face.ShapeOf)]);
        FontBytes = subset.Length;
        FontFile = Flate.Compress(subset);
        ToUnicode = Flate.Compress(Encoding.ASCII.GetBytes(UnicodeMap(letters)));
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

    public static EmbeddedLetters Of(Typeface face, IReadOnlyList<string> furtherLetters)
    {
        var key = (face, string.Join('\n', furtherLetters));
        if (Remembered.TryGetValue(key, out var set)) return set;
        set = new EmbeddedLetters(face, [.. Everyday.Select(letter => letter.ToString()), .. furtherLetters]);
        if (Remembered.Count < MaxRememberedSets) Remembered.TryAdd(key, set);
        return set;
    }

    private static string UnicodeMap(IReadOnlyList<string> letters)
    {
        var map = new StringBuilder("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n")
            .Append("/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n")
            .Append("1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        var code = 0;
        foreach (var block in letters.Chunk(LettersInBlock))
        {
            map.Append(System.Globalization.CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var letter in block)
                map.Append($"<{++code:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(letter))}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n").ToString();
    }
}
