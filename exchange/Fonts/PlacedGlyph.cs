namespace ResultsGrid.Exchange.Fonts;

/// <summary>A glyph moved by font units.</summary>
internal readonly record struct PlacedGlyph(ushort Glyph, int X, int Y);
