using System.Buffers.Binary;

namespace ResultsGrid.Exchange.Fonts;

/// <summary>Which glyph shows a character: the font's cmap of format 4 (Windows, Unicode).</summary>
internal static class CharacterMap
{
    private const int WindowsUnicode = 0x00030001;
    private const int EntryBytes = 8;

    /// <exception cref="InvalidDataException">The font has no such map.</exception>
    public static Dictionary<int, ushort> Read(ReadOnlySpan<byte> cmap)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(cmap[2..]);
        for (var index = 0; index < count; index++)
        {
            var entry = cmap.Slice(4 + index * EntryBytes, EntryBytes);
            if (BinaryPrimitives.ReadInt32BigEndian(entry) != WindowsUnicode) continue;
            var subtable = cmap[BinaryPrimitives.ReadInt32BigEndian(entry[4..])..];
            if (BinaryPrimitives.ReadUInt16BigEndian(subtable) == 4) return ReadSegments(subtable);
        }

        throw new InvalidDataException("The font has no Unicode character map of format 4.");
    }

    private static Dictionary<int, ushort> ReadSegments(ReadOnlySpan<byte> map)
    {
        var segmentBytes = BinaryPrimitives.ReadUInt16BigEndian(map[6..]);
        var ends = map[14..];
        var starts = map[(16 + segmentBytes)..];
        var deltas = map[(16 + 2 * segmentBytes)..];
        var rangeOffsets = map[(16 + 3 * segmentBytes)..];
        var glyphs = new Dictionary<int, ushort>();
        for (var at = 0; at < segmentBytes; at += 2)
        {
            var start = BinaryPrimitives.ReadUInt16BigEndian(starts[at..]);
            var end = BinaryPrimitives.ReadUInt16BigEndian(ends[at..]);
            var delta = BinaryPrimitives.ReadUInt16BigEndian(deltas[at..]);
            var rangeOffset = BinaryPrimitives.ReadUInt16BigEndian(rangeOffsets[at..]);
            for (int character = start; character <= end && character != 0xFFFF; character++)
            {
                var glyph = rangeOffset == 0
                    ? (ushort)character
                    : BinaryPrimitives.ReadUInt16BigEndian(rangeOffsets[(at + rangeOffset + 2 * (character - start))..]);
                if (rangeOffset == 0 || glyph != 0) glyph += delta;
                if (glyph != 0) glyphs[character] = glyph;
            }
        }

        return glyphs;
    }
}
