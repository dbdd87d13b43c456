using System.Buffers.Binary;

namespace ResultsGrid.Exchange.Pdf;

/// <summary>Where an object stands: at an offset of the file, or in an object stream at an index.</summary>
/// <param name="Kind">0 free, 1 at <paramref name="Place"/>, 2 in the object stream numbered <paramref name="Place"/>.</param>
internal readonly record struct CrossReference(byte Kind, int Place, ushort Index)
{
    /// <summary>The size of an entry in the cross-reference stream (fields of 1, 4 and 2 bytes).</summary>
    public const int Bytes = 7;

    public static readonly CrossReference Free = new(0, 0, ushort.MaxValue);

    public static CrossReference At(int offset) => new(1, offset, 0);

    public static CrossReference InStream(int stream, int index) => new(2, stream, (ushort)index);

    public static CrossReference Read(ReadOnlySpan<byte> entry)
        => new(entry[0], BinaryPrimitives.ReadInt32BigEndian(entry[1..]), BinaryPrimitives.ReadUInt16BigEndian(entry[5..]));

    public void Write(Span<byte> entry)
    {
        entry[0] = Kind;
        BinaryPrimitives.WriteInt32BigEndian(entry[1..], Place);
        BinaryPrimitives.WriteUInt16BigEndian(entry[5..], Index);
    }
}
