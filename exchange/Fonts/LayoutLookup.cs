namespace ResultsGrid.Exchange.Fonts;

/// <summary>One step of a layout feature.</summary>
/// <param name="Type">Which kind of step, as OpenType numbers them.</param>
/// <param name="Subtables">Their offsets in the layout table; of each glyph the first that covers it is used.</param>
internal sealed record LayoutLookup(int Type, IReadOnlyList<int> Subtables);
