namespace ResultsGrid.Exchange.Pdf;

/// <summary>Writes numbered objects into a PDF 1.7 file: small ones packed in object streams, a cross-reference stream at the end.</summary>
/// <remarks>Nothing in the file depends on a clock or on chance: its identifier is a digest of its content (see <see cref="FileSeal"/>).</remarks>
internal sealed class PdfFile
{
    /// <summary>Few enough for a viewer to expand one stream quickly, enough for similar objects to shrink each other.</summary>
    private const int ObjectsInStream = 250;

    /// <summary>Most statements, and most packs of objects, are no longer: two thousand a second are written.</summary>
    private const int UsualBytes = 16 * 1024;

    private readonly PdfBytes body = new(UsualBytes);
    private readonly PdfBytes pack = new(UsualBytes);
    private readonly List<(int Number, int Offset)> packed = [];
    private readonly List<CrossReference> references = [CrossReference.Free];
    private int packNumber;

    public PdfFile() => body.Add("%PDF-1.7\n"u8).Add([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);

    /// <summary>The number of an object that will be written later.</summary>
    public int Reserve()
    {
        references.Add(CrossReference.Free);
        return references.Count - 1;
    }

    /// <summary>Begins a small object; it ends where the next begins.</summary>
    public PdfBytes Begin(int number)
    {
        if (packed.Count == ObjectsInStream) WritePack();
        if (packed.Count == 0) packNumber = Reserve();
        else pack.Add("\n"u8);
        references[number] = CrossReference.InStream(packNumber, packed.Count);
        packed.Add((number, pack.Length));
        return pack;
    }

    public int Write(string text)
    {
        var number = Reserve();
        Begin(number).Add(text);
        return number;
    }

    /// <param name="entries">The stream dictionary's entries other than Length.</param>
    /// <param name="bytes">As they stand in the file: already through the filter that the entries name.</param>
    public void WriteStream(int number, string entries, ReadOnlySpan<byte> bytes)
    {
        references[number] = CrossReference.At(body.Length);
        body.Add(number).Add(" 0 obj\n<<"u8).Add(entries).Add("/Length "u8).Add(bytes.Length).Add(">>\nstream\n"u8);
        body.Add(bytes).Add("\nendstream\nendobj\n"u8);
    }

    /// <summary>Closes the file. Every reserved object must have been written.</summary>
    public byte[] Finish(int catalog, int information)
    {
        if (packed.Count > 0) WritePack();
        var number = Reserve();
        var start = body.Length;
        references[number] = CrossReference.At(start);
        WriteStream(
            number,
            $"/Type/XRef{FileSeal.Blank}/Root {catalog} 0 R/Info {information} 0 R/Size {references.Count}/W[1 4 2]/Filter/FlateDecode",
            Flate.Compress(CrossReferenceTable()));
        body.Add("startxref\n"u8).Add(start).Add("\n%%EOF\n"u8);
        var file = body.Written.ToArray();
        FileSeal.Set(file, start);
        return file;
    }

    private void WritePack()
    {
        var index = new PdfBytes();
        foreach (var (number, offset) in packed) index.Add(number).Add(" "u8).Add(offset).Add(" "u8);
        var first = index.Length;
        WriteStream(
            packNumber,
            $"/Type/ObjStm/N {packed.Count}/First {first}/Filter/FlateDecode",
            Flate.Compress(index.Add(pack.Written).Written));
        packed.Clear();
        pack.Clear();
    }

    private byte[] CrossReferenceTable()
    {
        var table = new byte[references.Count * CrossReference.Bytes];
        for (var number = 0; number < references.Count; number++) references[number].Write(table.AsSpan(number * CrossReference.Bytes));
        return table;
    }
}
