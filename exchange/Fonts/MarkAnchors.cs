namespace ResultsGrid.Exchange.Fonts;

/// <summary>Where the font sets a mark on a letter, and a mark on another mark: its features mark and mkmk.</summary>
internal sealed class MarkAnchors
{
    private const int MarkToBase = 4;
    private const int MarkToMark = 6;

    private readonly LayoutTable table;
    private readonly int[] onBases;
    private readonly int[] onMarks;

    public MarkAnchors(TrueTypeFont font)
    {
        table = new LayoutTable(font, "GPOS", extensionType: 9);
        onBases = Subtables("mark", MarkToBase);
        onMarks = Subtables("mkmk", MarkToMark);
    }

    /// <summary>Each mark's place in font units; null where the font does not say how one of them is set.</summary>
    /// <param name="glyphs">A base and its marks, from the inner to the outer.</param>
    public IReadOnlyList<PlacedGlyph>? Place(IReadOnlyList<ushort> glyphs)
    {
        var placed = new List<PlacedGlyph> { new(glyphs[0], 0, 0) };
        for (var index = 1; index < glyphs.Count; index++)
        {
            if ((OnMark(placed, glyphs[index]) ?? On(onBases, placed[0], glyphs[index])) is not { } mark) return null;
            placed.Add(mark);
        }

        return placed[1..];
    }

    private int[] Subtables(string feature, int type) => [.. table.LookupsOf(feature).Where(lookup => lookup.Type == type).SelectMany(lookup => lookup.Subtables)];

    /// <summary>On the nearest mark before it that takes it: one above does not take one below.</summary>
    private PlacedGlyph? OnMark(List<PlacedGlyph> placed, ushort mark)
    {
        for (var under = placed.Count - 1; under > 0; under--)
        {
            if (On(onMarks, placed[under], mark) is { } set) return set;
        }

        return null;
    }

    private PlacedGlyph? On(int[] subtables, PlacedGlyph under, ushort mark)
    {
        foreach (var subtable in subtables)
        {
            var markIndex = table.Coverage(subtable + table.U16(subtable + 2), mark);
            var underIndex = table.Coverage(subtable + table.U16(subtable + 4), under.Glyph);
            if (markIndex < 0 || underIndex < 0) continue;
            var marks = subtable + table.U16(subtable + 8);
            var record = marks + 2 + 4 * markIndex;
            var unders = subtable + table.U16(subtable + 10);
            var anchor = table.U16(unders + 2 + 2 * (underIndex * table.U16(subtable + 6) + table.U16(record)));
            if (anchor == 0) continue;
            var (underX, underY) = Anchor(unders + anchor);
            var (markX, markY) = Anchor(marks + table.U16(record + 2));
            return new PlacedGlyph(mark, under.X + underX - markX, under.Y + underY - markY);
        }

        return null;
    }

    private (int X, int Y) Anchor(int offset) => (table.I16(offset + 2), table.I16(offset + 4));
}
