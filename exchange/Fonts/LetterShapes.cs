using System.Globalization;
using System.Text;

namespace ResultsGrid.Exchange.Fonts;

/// <summary>Finds a font's drawing of a letter: its glyph for the whole, or its glyph for the base with its marks where the font sets them. Nothing is left out.</summary>
internal sealed class LetterShapes(TrueTypeFont font)
{
    private readonly Lazy<GlyphSubstitutions> substitutions = new(() => new GlyphSubstitutions(font));
    private readonly Lazy<MarkAnchors> anchors = new(() => new MarkAnchors(font));

    /// <param name="letter">One character and the combining marks that follow it.</param>
    /// <returns>Null where the font lacks a part of it or does not say how its marks are set.</returns>
    public GlyphShape? Of(string letter)
    {
        var characters = letter.EnumerateRunes().Select(rune => SameShape(rune.Value)).ToArray();
        if (IsMark(characters[0])) return null;
        if (characters.Length == 1 && font.GlyphOf(characters[0]) is var whole and not 0) return new GlyphShape(whole, []);
        var parts = CanonicalLetter.Compose(CanonicalLetter.Decompose(characters), character => font.GlyphOf(character) != 0);
        var glyphs = parts.ConvertAll(font.GlyphOf);
        if (glyphs.Contains(0)) return null;
        substitutions.Value.Apply(glyphs);
        return anchors.Value.Place(glyphs) is { } marks ? new GlyphShape(glyphs[0], marks) : null;
    }

    // A mark has no letter to stand on where a text begins with it.
    private static bool IsMark(int character) => Rune.IsValid(character) && Rune.GetUnicodeCategory(new Rune(character)) == UnicodeCategory.NonSpacingMark;

    /// <summary>The character whose glyph is the same by definition: hyphens, the letter apostrophe and its inverse, spaces.</summary>
    private static int SameShape(int character) => character switch
    {
        0x2010 or 0x2011 => '-',
        0x02BC => '’',
        0x02BB => '‘',
        _ when Rune.IsValid(character) && Rune.GetUnicodeCategory(new Rune(character)) == UnicodeCategory.SpaceSeparator => ' ',
        _ => character,
    };
}
