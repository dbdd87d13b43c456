using System.Globalization;
using System.Text;

namespace ResultsGrid.Exchange.Fonts;

/// <summary>Finds a drawing for any letter: the font's own, or a base letter with the font's marks, or the base alone, or the empty box.</summary>
/// <remarks>
/// The font has Latin-1 and most of Latin Extended-A, but for example not the Welsh w and y with circumflex, nor Vietnamese
/// letters. The runtime decomposes nothing where it runs without culture data, so Decompositions.txt (from the Unicode
/// character database: code point, then its full decomposition) stands in.
/// </remarks>
internal sealed class LetterShapes(TrueTypeFont font)
{
    private static readonly Dictionary<int, int[]> Decompositions = ReadDecompositions();

    /// <param name="letter">One character and the combining marks that follow it.</param>
    public GlyphShape Of(string letter)
    {
        var characters = letter.EnumerateRunes().Select(rune => rune.Value).ToArray();
        if (characters.Length == 1 && font.GlyphOf(characters[0]) is var whole and not 0) return new GlyphShape(whole, []);
        var parts = characters.SelectMany(Decompose).ToArray();
        var marks = parts.Skip(1).Select(font.GlyphOf).Where(mark => mark != 0).ToArray();
        // A dotted i under a mark loses its dot.
        var glyph = font.GlyphOf(marks.Length > 0 && parts[0] == 'i' ? 'ı' : Substitute(parts[0]));
        return glyph == 0 ? GlyphShape.Missing : new GlyphShape(glyph, Place(marks, glyph));
    }

    private int[] Decompose(int character)
        => font.GlyphOf(character) == 0 && Decompositions.TryGetValue(character, out var parts) ? parts : [character];

    /// <summary>Sets marks over the middle of a glyph; those above are drawn for the height of x, so a taller glyph lifts them, and each other.</summary>
    private List<PlacedGlyph> Place(ushort[] marks, ushort glyph)
    {
        var placed = new List<PlacedGlyph>();
        var under = GlyphBox.OfOutline(font.OutlineOf(glyph));
        var lift = Math.Max(0, under.YMax - font.XHeight);
        foreach (var mark in marks)
        {
            var box = GlyphBox.OfOutline(font.OutlineOf(mark));
            var isAbove = box.YMin > 0;
            placed.Add(new PlacedGlyph(mark, under.Middle - box.Middle, isAbove ? lift : 0));
            if (isAbove) lift += box.YMax - box.YMin;
        }

        return placed;
    }

    private static int Substitute(int character) => character switch
    {
        0x2010 or 0x2011 or 0x2012 or 0x2043 => '-',
        0x2015 => '—',
        0x02B9 or 0x02BC or 0x2032 => '’',
        0x02BB => '‘',
        _ when Rune.IsValid(character) && Rune.GetUnicodeCategory(new Rune(character)) == UnicodeCategory.SpaceSeparator => ' ',
        _ => character,
    };

    private static Dictionary<int, int[]> ReadDecompositions()
    {
        using var lines = new StreamReader(FontResource.Open("Decompositions.txt"));
        var decompositions = new Dictionary<int, int[]>();
        while (lines.ReadLine() is { } line)
        {
            var codes = line.Split(' ').Select(code => int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray();
            decompositions.Add(codes[0], codes[1..]);
        }

        return decompositions;
    }
}
