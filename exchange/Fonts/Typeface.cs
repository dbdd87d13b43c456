using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace ResultsGrid.Exchange.Fonts;

/// <summary>Atkinson Hyperlegible in one weight: the widths of letters and the shapes that draw them.</summary>
internal sealed class Typeface
{
    /// <summary>More different letters outside ASCII than any series has. Past it shapes are found anew each time.</summary>
    private const int MaxRememberedLetters = 4_096;

    private readonly LetterShapes shapes;
    private readonly int[] asciiWidths;
    private readonly ConcurrentDictionary<string, GlyphShape> remembered = new(StringComparer.Ordinal);

    private Typeface(string postScriptName, bool isBold)
    {
        PostScriptName = postScriptName;
        IsBold = isBold;
        Font = new TrueTypeFont(FontResource.Read($"{postScriptName}.ttf"));
        shapes = new LetterShapes(Font);
        asciiWidths = [.. Enumerable.Range(0, 128).Select(character => Font.AdvanceOf(Font.GlyphOf(character)))];
    }

    public static Typeface Regular { get; } = new("AtkinsonHyperlegible-Regular", isBold: false);

    public static Typeface Bold { get; } = new("AtkinsonHyperlegible-Bold", isBold: true);

    public string PostScriptName { get; }

    public bool IsBold { get; }

    public TrueTypeFont Font { get; }

    public GlyphShape ShapeOf(string letter)
    {
        if (remembered.TryGetValue(letter, out var shape)) return shape;
        shape = shapes.Of(letter);
        if (remembered.Count < MaxRememberedLetters) remembered.TryAdd(letter, shape);
        return shape;
    }

    /// <summary>The letter's advance in thousandths of the type size.</summary>
    public int WidthOf(string letter) => Thousandths(Font.AdvanceOf(ShapeOf(letter).Glyph));

    /// <summary>The text's width in thousandths of the type size.</summary>
    public int WidthOf(ReadOnlySpan<char> text)
    {
        var width = 0;
        while (!text.IsEmpty)
        {
            var length = LetterLength(text);
            width += length == 1 && char.IsAscii(text[0]) ? Thousandths(asciiWidths[text[0]]) : WidthOf(text[..length].ToString());
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

    private int Thousandths(int units) => units * 1_000 / Font.UnitsPerEm;
}
