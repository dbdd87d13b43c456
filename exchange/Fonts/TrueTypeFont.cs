using System.Buffers.Binary;

namespace ResultsGrid.Exchange.Fonts;

/// <summary>A TrueType font: outlines, metrics in font units, and which glyph shows which character.</summary>
internal sealed class TrueTypeFont
{
    private readonly SfntTables tables;
    private readonly Dictionary<int, ushort> characters;
    private readonly bool hasLongOffsets;
    private readonly int metricCount;

    /// <exception cref="InvalidDataException">The file is no usable TrueType font.</exception>
    public TrueTypeFont(byte[] file)
    {
        tables = new SfntTables(file);
        var head = tables["head"];
        UnitsPerEm = BinaryPrimitives.ReadUInt16BigEndian(head[18..]);
        Box = GlyphBox.Read(head[36..]);
        hasLongOffsets = BinaryPrimitives.ReadInt16BigEndian(head[50..]) != 0;
        Ascent = BinaryPrimitives.ReadInt16BigEndian(tables["hhea"][4..]);
        Descent = BinaryPrimitives.ReadInt16BigEndian(tables["hhea"][6..]);
        metricCount = BinaryPrimitives.ReadUInt16BigEndian(tables["hhea"][34..]);
        XHeight = BinaryPrimitives.ReadInt16BigEndian(tables["OS/2"][86..]);
        CapHeight = BinaryPrimitives.ReadInt16BigEndian(tables["OS/2"][88..]);
        characters = CharacterMap.Read(tables["cmap"]);
    }

    public int UnitsPerEm { get; }

    public GlyphBox Box { get; }

    public int Ascent { get; }

    /// <summary>Below the baseline, so negative.</summary>
    public int Descent { get; }

    public int XHeight { get; }

    public int CapHeight { get; }

    public ReadOnlySpan<byte> Table(string tag) => tables[tag];

    /// <summary>0 where the font does not have the character.</summary>
    public ushort GlyphOf(int character) => characters.GetValueOrDefault(character);

    public int AdvanceOf(ushort glyph)
        => BinaryPrimitives.ReadUInt16BigEndian(tables["hmtx"][(Math.Min(glyph, metricCount - 1) * 4)..]);

    /// <summary>The glyph's entry in the glyf table; empty for a glyph without ink.</summary>
    public ReadOnlySpan<byte> OutlineOf(ushort glyph)
    {
        var start = OffsetOf(glyph);
        return tables["glyf"][start..OffsetOf(glyph + 1)];
    }

    private int OffsetOf(int glyph) => hasLongOffsets
        ? BinaryPrimitives.ReadInt32BigEndian(tables["loca"][(glyph * 4)..])
        : BinaryPrimitives.ReadUInt16BigEndian(tables["loca"][(glyph * 2)..]) * 2;
}
