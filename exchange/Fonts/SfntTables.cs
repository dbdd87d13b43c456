using System.Buffers.Binary;

namespace ResultsGrid.Exchange.Fonts;

/// <summary>The tables of a TrueType file by their four-letter tags.</summary>
internal sealed class SfntTables
{
    private const int HeaderBytes = 12;
    private const int EntryBytes = 16;

    private readonly byte[] file;
    private readonly Dictionary<string, (int Offset, int Length)> tables = [];

    /// <exception cref="InvalidDataException">The file is cut off or is no TrueType font.</exception>
    public SfntTables(byte[] file)
    {
        this.file = file;
        if (file.Length < HeaderBytes || BinaryPrimitives.ReadUInt32BigEndian(file) != 0x00010000)
            throw new InvalidDataException("The font is not a TrueType file.");
        var count = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4));
        for (var index = 0; index < count; index++)
        {
            var entry = file.AsSpan(HeaderBytes + index * EntryBytes, EntryBytes);
            var offset = BinaryPrimitives.ReadInt32BigEndian(entry[8..]);
            var length = BinaryPrimitives.ReadInt32BigEndian(entry[12..]);
            tables[System.Text.Encoding.ASCII.GetString(entry[..4])] = (offset, length);
        }
    }

    /// <exception cref="InvalidDataException">The font has no such table, or it lies outside the file.</exception>
    public ReadOnlySpan<byte> this[string tag]
    {
        get
        {
            if (!tables.TryGetValue(tag, out var table) || table.Offset < 0 || table.Length < 0 || table.Offset > file.Length - table.Length)
                throw new InvalidDataException($"The font has no readable table '{tag}'.");
            return file.AsSpan(table.Offset, table.Length);
        }
    }
}
