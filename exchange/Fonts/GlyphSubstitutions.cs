namespace ResultsGrid.Exchange.Fonts;

/// <summary>The font's feature ccmp: a letter's own glyph for a base with its mark, an i without its dot under a mark, flatter marks on capitals.</summary>
/// <remarks>Reads what the embedded typefaces have: substitutions of one glyph (type 1), ligatures (4), and chains by coverage (6, format 3).</remarks>
internal sealed class GlyphSubstitutions
{
    private const int Single = 1;
    private const int Ligature = 4;
    private const int Chained = 6;

    private readonly LayoutTable table;
    private readonly IReadOnlyList<LayoutLookup> lookups;

    public GlyphSubstitutions(TrueTypeFont font)
    {
        table = new LayoutTable(font, "GSUB", extensionType: 7);
        lookups = table.LookupsOf("ccmp");
    }

    /// <param name="glyphs">A base and its marks; changed in place.</param>
    public void Apply(List<ushort> glyphs)
    {
        foreach (var lookup in lookups)
        {
            for (var at = 0; at < glyphs.Count;) at += Math.Max(1, Apply(lookup, glyphs, at));
        }
    }

    /// <returns>How many glyphs were looked at and are done with; 0 where nothing applied.</returns>
    private int Apply(LayoutLookup lookup, List<ushort> glyphs, int at)
    {
        foreach (var subtable in lookup.Subtables)
        {
            var done = lookup.Type switch
            {
                Single => Replace(subtable, glyphs, at),
                Ligature => Join(subtable, glyphs, at),
                Chained => Chain(subtable, glyphs, at),
                _ => 0,
            };
            if (done > 0) return done;
        }

        return 0;
    }

    private int Replace(int subtable, List<ushort> glyphs, int at)
    {
        var index = table.Coverage(subtable + table.U16(subtable + 2), glyphs[at]);
        if (index < 0) return 0;
        glyphs[at] = table.U16(subtable) == 1 ? (ushort)(glyphs[at] + table.I16(subtable + 4)) : (ushort)table.U16(subtable + 6 + 2 * index);
        return 1;
    }

    private int Join(int subtable, List<ushort> glyphs, int at)
    {
        var index = table.Coverage(subtable + table.U16(subtable + 2), glyphs[at]);
        if (index < 0) return 0;
        var set = subtable + table.U16(subtable + 6 + 2 * index);
        for (var choice = 0; choice < table.U16(set); choice++)
        {
            var ligature = set + table.U16(set + 2 + 2 * choice);
            var further = table.U16(ligature + 2) - 1;
            if (at + further >= glyphs.Count) continue;
            if (!Enumerable.Range(0, further).All(part => glyphs[at + 1 + part] == table.U16(ligature + 4 + 2 * part))) continue;
            glyphs[at] = (ushort)table.U16(ligature);
            glyphs.RemoveRange(at + 1, further);
            return 1;
        }

        return 0;
    }

    private int Chain(int subtable, List<ushort> glyphs, int at)
    {
        if (table.U16(subtable) != 3) return 0;
        var before = subtable + 2;
        var input = before + 2 + 2 * table.U16(before);
        var after = input + 2 + 2 * table.U16(input);
        var length = table.U16(input);
        if (!Covers(subtable, before, glyphs, at - 1, step: -1) || !Covers(subtable, input, glyphs, at, step: 1) || !Covers(subtable, after, glyphs, at + length, step: 1)) return 0;
        var records = after + 2 + 2 * table.U16(after);
        for (var index = 0; index < table.U16(records); index++)
        {
            var record = records + 2 + 4 * index;
            Apply(table.Lookup(table.U16(record + 2)), glyphs, at + table.U16(record));
        }

        return length;
    }

    /// <summary>Is each glyph from a place on in its own coverage table?</summary>
    private bool Covers(int subtable, int list, List<ushort> glyphs, int from, int step)
    {
        for (var index = 0; index < table.U16(list); index++)
        {
            var at = from + step * index;
            if (at < 0 || at >= glyphs.Count || table.Coverage(subtable + table.U16(list + 2 + 2 * index), glyphs[at]) < 0) return false;
        }

        return true;
    }
}
