using System.Buffers.Binary;

namespace ResultsGrid.Exchange.Fonts;

/// <summary>Makes a font file of chosen letters: letter n of the list is glyph n + 1, glyph 0 the empty box.</summary>
/// <remarks>Carries what a PDF needs of a TrueType font and no more: no character map, no names, no hinting.</remarks>
internal sealed class TrueTypeSubset
{
    private readonly TrueTypeFont font;
    private readonly List<byte[]> outlines = [];
    private readonly List<(int Advance, int Bearing)> metrics = [];
    private readonly Dictionary<ushort, ushort> parts = [];
    private readonly Queue<ushort> wanted = new();
    private readonly int letterGlyphs;

    private TrueTypeSubset(TrueTypeFont font, IReadOnlyList<GlyphShape> shapes, IReadOnlyList<bool> used)
    {
        this.font = font;
        letterGlyphs = shapes.Count + 1;
        AddShape(GlyphShape.Missing);
        foreach (var (shape, isUsed) in shapes.Zip(used))
        {
            if (isUsed) AddShape(shape);
            else AddEmpty(shape);
        }

        while (wanted.TryDequeue(out var part)) AddShape(new GlyphShape(part, []));
    }

    /// <param name="used">By letter: one that is not used keeps its number and its width, and has no outline.</param>
    public static byte[] Write(TrueTypeFont font, IReadOnlyList<GlyphShape> shapes, IReadOnlyList<bool> used) => new TrueTypeSubset(font, shapes, used).Write();

    private void AddEmpty(GlyphShape shape)
    {
        metrics.Add((font.AdvanceOf(shape.Glyph), 0));
        outlines.Add([]);
    }

    private void AddShape(GlyphShape shape)
    {
        var box = GlyphBox.OfOutline(font.OutlineOf(shape.Glyph));
        metrics.Add((font.AdvanceOf(shape.Glyph), box.XMin));
        if (shape.Marks.Count == 0)
        {
            outlines.Add(Outline.Rewrite(font.OutlineOf(shape.Glyph), PartNumber));
            return;
        }

        foreach (var mark in shape.Marks) box = box.Around(GlyphBox.OfOutline(font.OutlineOf(mark.Glyph)).Moved(mark.X, mark.Y));
        outlines.Add(Outline.Compose(box, [
            new PlacedGlyph(PartNumber(shape.Glyph), 0, 0),
            .. shape.Marks.Select(mark => mark with { Glyph = PartNumber(mark.Glyph) })]));
    }

    private ushort PartNumber(ushort glyph)
    {
        if (parts.TryGetValue(glyph, out var number)) return number;
        number = (ushort)(letterGlyphs + parts.Count);
        parts.Add(glyph, number);
        wanted.Enqueue(glyph);
        return number;
    }

    private byte[] Write()
    {
        var (glyf, loca) = WriteOutlines();
        var head = font.Table("head").ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        var hhea = font.Table("hhea").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)outlines.Count);
        return SfntFile.Write([
            ("glyf", glyf), ("head", head), ("hhea", hhea), ("hmtx", WriteMetrics()), ("loca", loca), ("maxp", WriteProfile())]);
    }

    private (byte[] Glyf, byte[] Loca) WriteOutlines()
    {
        var glyf = new MemoryStream();
        var loca = new byte[4 * (outlines.Count + 1)];
        for (var index = 0; index < outlines.Count; index++)
        {
            glyf.Write(outlines[index]);
            while (glyf.Length % 4 != 0) glyf.WriteByte(0);
            BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(4 * (index + 1)), (int)glyf.Length);
        }

        return (glyf.ToArray(), loca);
    }

    private byte[] WriteMetrics()
    {
        var bytes = new byte[4 * metrics.Count];
        for (var index = 0; index < metrics.Count; index++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(4 * index), (ushort)metrics[index].Advance);
            BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(4 * index + 2), (short)metrics[index].Bearing);
        }

        return bytes;
    }

    private byte[] WriteProfile()
    {
        const int CompositeLimits = 10; // maxCompositePoints and maxCompositeContours, which our own compositions may exceed
        var maxp = font.Table("maxp").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)outlines.Count);
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(CompositeLimits), 1_000);
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(CompositeLimits + 2), 100);
        maxp.AsSpan(14, 14).Clear(); // zones, storage, functions, stack and instructions: hinting is left out
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(14), 1); // one zone: no twilight points
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(28), 16); // maxComponentElements
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(30), 3); // maxComponentDepth
        return maxp;
    }
}
