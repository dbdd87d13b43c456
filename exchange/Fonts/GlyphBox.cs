using System.Buffers.Binary;

namespace ResultsGrid.Exchange.Fonts;

/// <summary>What a glyph's ink fills, in font units.</summary>
internal readonly record struct GlyphBox(short XMin, short YMin, short XMax, short YMax)
{
    public static GlyphBox Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt16BigEndian(bytes),
        BinaryPrimitives.ReadInt16BigEndian(bytes[2..]),
        BinaryPrimitives.ReadInt16BigEndian(bytes[4..]),
        BinaryPrimitives.ReadInt16BigEndian(bytes[6..]));

    /// <summary>The box of a glyph as its outline states it; all zero for a glyph without ink.</summary>
    public static GlyphBox OfOutline(ReadOnlySpan<byte> outline) => outline.IsEmpty ? default : Read(outline[2..]);

    public GlyphBox Around(GlyphBox other) => new(
        Math.Min(XMin, other.XMin), Math.Min(YMin, other.YMin), Math.Max(XMax, other.XMax), Math.Max(YMax, other.YMax));

    public GlyphBox Moved(int x, int y) => new((short)(XMin + x), (short)(YMin + y), (short)(XMax + x), (short)(YMax + y));
}
