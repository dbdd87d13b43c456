using System.Buffers.Binary;
using ResultsGrid.Exchange.Fonts;

namespace ResultsGrid.Exchange.Pdf.Reading;

/// <summary>The glyphs that a document carries for a font, held against the typeface's own: the text may be right where what is drawn is not.</summary>
internal sealed class ReadGlyphs
{
    private readonly Typeface face;
    private readonly SfntTables tables;
    private readonly List<object> widths;

    /// <param name="fontFile">The embedded font.</param>
    /// <param name="widths">The first code, and from it on the width of each in thousandths of the type size.</param>
    public ReadGlyphs(Typeface face, byte[] fontFile, List<object> widths)
    {
        this.face = face;
        tables = new SfntTables(fontFile);
        this.widths = widths is [1.0, List<object> list] ? list : throw new InvalidDataException("A font does not say the widths of its letters.");
    }

    /// <exception cref="InvalidDataException">The glyph of this code is not the letter with all its marks, or is as wide as another.</exception>
    public void RequireDrawn(int code, string letter)
    {
        if (face.ShapeOf(letter) is not { } shape) throw new InvalidDataException($"'{letter}' ({CodePoints(letter)}) is printed as an empty box.");
        if (!IsDrawn(code, shape)) throw new InvalidDataException($"'{letter}' ({CodePoints(letter)}) is drawn otherwise than the typeface draws it.");
        if (widths.ElementAtOrDefault(code - 1) is not double width || width != face.WidthOf(letter))
            throw new InvalidDataException($"'{letter}' ({CodePoints(letter)}) has not the width that the typeface gives it.");
    }

    private bool IsDrawn(int code, GlyphShape shape)
    {
        if (shape.Marks.Count == 0) return IsSame(code, shape.Glyph);
        var outline = OutlineOf(code);
        if (Outline.IsSimple(outline)) return false;
        var parts = Outline.PartsOf(outline);
        var meant = Outline.PartsOf(Outline.Compose(default, [new PlacedGlyph(shape.Glyph, 0, 0), .. shape.Marks]));
        return AreSame(parts, meant);
    }

    /// <summary>Is the embedded glyph, with whatever it is made of, the typeface's? As deep as the typeface's own goes.</summary>
    private bool IsSame(int embedded, ushort own)
    {
        var outline = OutlineOf(embedded);
        var ownOutline = face.Font.OutlineOf(own);
        if (!Outline.IsSimple(ownOutline)) return !Outline.IsSimple(outline) && AreSame(Outline.PartsOf(outline), Outline.PartsOf(ownOutline));
        var bare = Outline.Rewrite(ownOutline, part => part);
        // An outline is filled up to four bytes.
        return outline.Length - bare.Length is >= 0 and < 4 && outline.StartsWith(bare);
    }

    private bool AreSame(List<(ushort Glyph, byte[] Setting)> embedded, List<(ushort Glyph, byte[] Setting)> own)
        => embedded.Count == own.Count && embedded.Zip(own).All(pair => pair.First.Setting.AsSpan().SequenceEqual(pair.Second.Setting) && IsSame(pair.First.Glyph, pair.Second.Glyph));

    private ReadOnlySpan<byte> OutlineOf(int glyph)
    {
        var places = tables["loca"];
        var (start, end) = (BinaryPrimitives.ReadInt32BigEndian(places[(4 * glyph)..]), BinaryPrimitives.ReadInt32BigEndian(places[(4 * glyph + 4)..]));
        return tables["glyf"][start..end];
    }

    private static string CodePoints(string letter) => string.Join(' ', letter.EnumerateRunes().Select(rune => $"U+{rune.Value:X4}"));
}
