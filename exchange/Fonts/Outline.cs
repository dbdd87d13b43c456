using System.Buffers.Binary;

namespace ResultsGrid.Exchange.Fonts;

/// <summary>Entries of the glyf table, rewritten for a subset: no hinting instructions, components renumbered.</summary>
internal static class Outline
{
    private const int HeaderBytes = 10;

    [Flags]
    private enum Component : ushort
    {
        None = 0,
        WordArguments = 0x0001,
        ArgumentsAreOffsets = 0x0002,
        Scale = 0x0008,
        More = 0x0020,
        TwoScales = 0x0040,
        Matrix = 0x0080,
        Instructions = 0x0100,
    }

    /// <param name="renumber">Gives a component's glyph number in the subset.</param>
    public static byte[] Rewrite(ReadOnlySpan<byte> outline, Func<ushort, ushort> renumber)
    {
        if (outline.IsEmpty) return [];
        var contours = BinaryPrimitives.ReadInt16BigEndian(outline);
        return contours >= 0 ? WithoutInstructions(outline, contours) : Renumbered(outline, renumber);
    }

    /// <summary>Is this an outline of its own, not one made of other glyphs?</summary>
    public static bool IsSimple(ReadOnlySpan<byte> outline) => outline.IsEmpty || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0;

    /// <summary>The glyphs that an outline is made of, each with how it is set: the bytes of its offsets and its scale.</summary>
    public static List<(ushort Glyph, byte[] Setting)> PartsOf(ReadOnlySpan<byte> outline)
    {
        var parts = new List<(ushort, byte[])>();
        var at = HeaderBytes;
        Component flags;
        do
        {
            flags = (Component)BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            var length = SettingBytes(flags);
            var shape = (ushort)(flags & ~(Component.Instructions | Component.More));
            parts.Add((BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]), [(byte)(shape >> 8), (byte)shape, .. outline.Slice(at + 4, length)]));
            at += 4 + length;
        }
        while (flags.HasFlag(Component.More));
        return parts;
    }

    /// <summary>A glyph made of others, each moved by whole font units.</summary>
    public static byte[] Compose(GlyphBox box, IReadOnlyList<PlacedGlyph> parts)
    {
        const int PartBytes = 8;
        var bytes = new byte[HeaderBytes + PartBytes * parts.Count];
        BinaryPrimitives.WriteInt16BigEndian(bytes, -1);
        BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(2), box.XMin);
        BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(4), box.YMin);
        BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(6), box.XMax);
        BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(8), box.YMax);
        for (var index = 0; index < parts.Count; index++)
        {
            var part = bytes.AsSpan(HeaderBytes + PartBytes * index);
            var more = index < parts.Count - 1 ? Component.More : Component.None;
            BinaryPrimitives.WriteUInt16BigEndian(part, (ushort)(Component.WordArguments | Component.ArgumentsAreOffsets | more));
            BinaryPrimitives.WriteUInt16BigEndian(part[2..], parts[index].Glyph);
            BinaryPrimitives.WriteInt16BigEndian(part[4..], (short)parts[index].X);
            BinaryPrimitives.WriteInt16BigEndian(part[6..], (short)parts[index].Y);
        }

        return bytes;
    }

    private static byte[] WithoutInstructions(ReadOnlySpan<byte> outline, int contours)
    {
        var lengthAt = HeaderBytes + 2 * contours;
        var instructions = BinaryPrimitives.ReadUInt16BigEndian(outline[lengthAt..]);
        return [.. outline[..lengthAt], 0, 0, .. outline[(lengthAt + 2 + instructions)..]];
    }

    private static byte[] Renumbered(ReadOnlySpan<byte> outline, Func<ushort, ushort> renumber)
    {
        var bytes = outline.ToArray();
        var at = HeaderBytes;
        Component flags;
        do
        {
            flags = (Component)BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at), (ushort)(flags & ~Component.Instructions));
            var glyph = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at + 2), renumber(glyph));
            at += 4 + SettingBytes(flags);
        }
        while (flags.HasFlag(Component.More));
        return bytes[..at];
    }

    private static int SettingBytes(Component flags)
        => (flags.HasFlag(Component.WordArguments) ? 4 : 2)
            + (flags.HasFlag(Component.Scale) ? 2 : flags.HasFlag(Component.TwoScales) ? 4 : flags.HasFlag(Component.Matrix) ? 8 : 0);
}
