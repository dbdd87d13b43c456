using System.Buffers.Binary;
using System.Text;

namespace ResultsGrid.Exchange.Fonts;

/// <summary>A font's GSUB or GPOS table: which lookups a feature has. OpenType 1.9, chapter 2.</summary>
internal sealed class LayoutTable
{
    private const int RecordBytes = 6;

    private readonly TrueTypeFont font;
    private readonly string tag;
    private readonly int extensionType;

    /// <param name="extensionType">The number of the kind of lookup that only leads to another: 7 in GSUB, 9 in GPOS.</param>
    public LayoutTable(TrueTypeFont font, string tag, int extensionType)
    {
        this.font = font;
        this.tag = tag;
        this.extensionType = extensionType;
    }

    public ReadOnlySpan<byte> At(int offset) => font.Table(tag)[offset..];

    /// <summary>The lookups of a feature in all scripts and languages, in the order in which they are applied.</summary>
    public IReadOnlyList<LayoutLookup> LookupsOf(string feature)
    {
        var features = At(U16(At(6)));
        var numbers = new SortedSet<int>();
        for (var index = 0; index < U16(features); index++)
        {
            var record = features.Slice(2 + index * RecordBytes, RecordBytes);
            if (Encoding.ASCII.GetString(record[..4]) != feature) continue;
            var lookups = features[U16(record[4..])..];
            for (var at = 0; at < U16(lookups[2..]); at++) numbers.Add(U16(lookups[(4 + 2 * at)..]));
        }

        return [.. numbers.Select(Lookup)];
    }

    public LayoutLookup Lookup(int number)
    {
        var list = U16(At(8));
        var lookup = list + U16(At(list + 2 + 2 * number));
        var type = U16(At(lookup));
        var subtables = new int[U16(At(lookup + 4))];
        for (var index = 0; index < subtables.Length; index++)
        {
            var subtable = lookup + U16(At(lookup + 6 + 2 * index));
            if (U16(At(lookup)) == extensionType)
            {
                type = U16(At(subtable + 2));
                subtable += BinaryPrimitives.ReadInt32BigEndian(At(subtable + 4));
            }

            subtables[index] = subtable;
        }

        return new LayoutLookup(type, subtables);
    }

    /// <summary>The glyph's place in a coverage table; -1 where it is not in it.</summary>
    public int Coverage(int offset, ushort glyph)
    {
        var table = At(offset);
        var count = U16(table[2..]);
        var isList = U16(table) == 1;
        for (var index = 0; index < count; index++)
        {
            if (isList)
            {
                if (U16(table[(4 + 2 * index)..]) == glyph) return index;
                continue;
            }

            var range = table[(4 + RecordBytes * index)..];
            if (glyph >= U16(range) && glyph <= U16(range[2..])) return U16(range[4..]) + glyph - U16(range);
        }

        return -1;
    }

    public int U16(int offset) => U16(At(offset));

    public int I16(int offset) => BinaryPrimitives.ReadInt16BigEndian(At(offset));

    private static int U16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
