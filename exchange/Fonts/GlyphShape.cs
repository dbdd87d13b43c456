namespace ResultsGrid.Exchange.Fonts;

/// <summary>How a letter is drawn: one glyph of the font, and where the font lacks the whole letter, marks set on it.</summary>
/// <param name="Glyph">0, the font's empty box, only where no typeface has the letter.</param>
internal sealed record GlyphShape(ushort Glyph, IReadOnlyList<PlacedGlyph> Marks)
{
    public static readonly GlyphShape Missing = new(0, []);
}
