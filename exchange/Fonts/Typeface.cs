using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace ResultsGrid.Exchange.Fonts;

/// <summary>A typeface in one weight: the widths of letters and the shapes that draw them.</summary>
/// <remarks>Documents are set in Atkinson Hyperlegible. A letter that it can't draw whole is drawn by Noto Sans, which is opened when the first such letter is met.</remarks>
internal sealed class Typeface
{
    /// <summary>More different letters outside ASCII than any series has. Past it shapes are found anew each time.</summary>
    private const int MaxRememberedLetters = 4_096;

    private const string RegularName = "AtkinsonHyperlegible-Regular";
    private const string BoldName = "AtkinsonHyperlegible-Bold";
    private const string RegularFallbackName = "NotoSans-Regular";
    private const string BoldFallbackName = "NotoSans-Bold";

    private static readonly Lazy<Typeface> RegularFallback = new(() => new Typeface(RegularFallbackName, isBold: false, fallback: null));
    private static readonly Lazy<Typeface> BoldFallback = new(() => new Typeface(BoldFallbackName, isBold: true, fallback: null));

    private readonly LetterShapes shapes;
    private readonly int[] asciiWidths;
    private readonly Lazy<Typeface>? fallback;
    private readonly ConcurrentDictionary<string, GlyphShape?> remembered = new(StringComparer.Ordinal);

    private Typeface(string postScriptName, bool isBold, Lazy<Typeface>? fallback)
    {
        PostScriptName = postScriptName;
        IsBold = isBold;
        Font = new TrueTypeFont(FontResource.Read($"{postScriptName}.ttf"));
        shapes = new LetterShapes(Font);
        this.fallback = fallback;
        asciiWidths = [.. Enumerable.Range(0, 128).Select(character => Font.AdvanceOf(Font.GlyphOf(character)))];
    }

    public static Typeface Regular { get; } = new(RegularName, isBold: false, RegularFallback);

    public static Typeface Bold { get; } = new(BoldName, isBold: true, BoldFallback);

    /// <summary>Null where it is none of those that documents are set in.</summary>
    public static Typeface? Named(string postScriptName) => postScriptName switch
    {
        RegularName => Regular,
        BoldName => Bold,
        RegularFallbackName => RegularFallback.Value,
        BoldFallbackName => BoldFallback.Value,
        _ => null,
    };

    public string PostScriptName { get; }

    public bool IsBold { get; }

    public TrueTypeFont Font { get; }

    /// <summary>The typeface that draws the letter: this one, or the fallback; this one also where neither can.</summary>
    public Typeface FaceOf(string letter) => ShapeOf(letter) is null && fallback?.Value is { } other && other.ShapeOf(letter) is not null ? other : this;

    /// <summary>Null where this typeface can't draw the whole letter.</summary>
    public GlyphShape? ShapeOf(string letter)
    {
        if (remembered.TryGetValue(letter, out var shape)) return shape;
        shape = shapes.Of(letter);
        if (remembered.Count < MaxRememberedLetters) remembered.TryAdd(letter, shape);
        return shape;
    }

    /// <summary>The letter's advance in this typeface, in thousandths of the type size.</summary>
    public int WidthOf(string letter) => Thousandths(Font.AdvanceOf((ShapeOf(letter) ?? GlyphShape.Missing).Glyph));

    /// <summary>The text's width in thousandths of the type size, each letter in the typeface that draws it.</summary>
    public int WidthOf(ReadOnlySpan<char> text)
    {
        var width = 0;
        while (!text.IsEmpty)
        {
            var length = LetterLength(text);
            if (length == 1 && char.IsAscii(text[0])) width += Thousandths(asciiWidths[text[0]]);
            else width += WidthOfLetter(text[..length].ToString());
            text = text[length..];
        }

        return width;
    }

    /// <summary>How many chars the first letter takes: a character and the combining marks that follow it.</summary>
    public static int LetterLength(ReadOnlySpan<char> text)
    {
        if (text.Length == 1 || (char.IsAscii(text[0]) && char.IsAscii(text[1]))) return 1;
        Rune.DecodeFromUtf16(text, out _, out var length);
        while (length < text.Length && char.GetUnicodeCategory(text[length]) == UnicodeCategory.NonSpacingMark) length++;
        return length;
    }

    private int WidthOfLetter(string letter) => FaceOf(letter).WidthOf(letter);

    private int Thousandths(int units) => units * 1_000 / Font.UnitsPerEm;
}
