using System.Globalization;
using System.Text;

namespace ResultsGrid.Exchange.Pdf.Reading;

/// <summary>The objects of a file, each found where the cross-reference says and nowhere else.</summary>
internal sealed class ReadFile
{
    private const int TailBytes = 40;

    /// <summary>All streams of the largest document together, which are kept while it is read.</summary>
    private const long MaxExpandedBytes = 1L << 30;

    private readonly byte[] file;
    private readonly CrossReference[] references;
    private readonly Dictionary<int, ReadPack> packs = [];
    private readonly Dictionary<int, (PdfDictionary Dictionary, byte[] Content)> streams = [];
    private long expandedBytes;

    private ReadFile(byte[] file, PdfDictionary trailer, CrossReference[] references)
    {
        this.file = file;
        this.references = references;
        Trailer = trailer;
    }

    public PdfDictionary Trailer { get; }

    /// <exception cref="InvalidDataException">Damaged, cut off or not of our writer.</exception>
    public static ReadFile Open(byte[] file)
    {
        new PdfTokens(file, 0, file.Length).Expect("%PDF-1.7\n"u8);
        var start = ReadStart(file);
        FileSeal.Verify(file, start);
        var (trailer, content) = ReadStreamAt(file, start, expectedNumber: null);
        trailer.RequireName("Type", "XRef");
        var size = trailer.Number("Size");
        if (content.Length != size * (long)CrossReference.Bytes) throw new InvalidDataException("The cross-reference has another length than it says.");
        var references = new CrossReference[size];
        for (var number = 0; number < size; number++) references[number] = CrossReference.Read(content.AsSpan(number * CrossReference.Bytes));
        var opened = new ReadFile(file, trailer, references);
        opened.VerifyReferences(start);
        return opened;
    }

    public PdfDictionary Dictionary(object reference)
        => Object(reference) as PdfDictionary ?? throw new InvalidDataException("An object is not the dictionary that is expected.");

    /// <summary>A small object, which stands in an object stream.</summary>
    public object Object(object reference)
    {
        var number = NumberOf(reference);
        var place = references[number];
        if (place.Kind != 2) throw new InvalidDataException($"Object {number} is not in an object stream.");
        return Pack(place.Place).Read(number, place.Index);
    }

    /// <summary>A stream's dictionary and its content, unfiltered.</summary>
    public (PdfDictionary Dictionary, byte[] Content) Stream(object reference)
    {
        var number = NumberOf(reference);
        if (references[number].Kind != 1) throw new InvalidDataException($"Object {number} is no stream.");
        if (streams.TryGetValue(number, out var stream)) return stream;
        stream = streams[number] = ReadStreamAt(file, references[number].Place, number);
        expandedBytes += stream.Content.Length;
        return expandedBytes <= MaxExpandedBytes ? stream : throw new InvalidDataException($"The document expands to more than {MaxExpandedBytes} bytes.");
    }

    /// <summary>A stream's dictionary and its bytes as the file has them.</summary>
    public (PdfDictionary Dictionary, ReadOnlyMemory<byte> Filtered) Frame(object reference)
    {
        var number = NumberOf(reference);
        if (references[number].Kind != 1) throw new InvalidDataException($"Object {number} is no stream.");
        var (dictionary, start, length) = FrameAt(file, references[number].Place, number);
        return (dictionary, file.AsMemory(start, length));
    }

    private static int ReadStart(byte[] file)
    {
        var tailFrom = Math.Max(0, file.Length - TailBytes);
        var tail = Encoding.Latin1.GetString(file, tailFrom, file.Length - tailFrom);
        var mark = tail.LastIndexOf("startxref\n", StringComparison.Ordinal);
        if (mark < 0 || !tail.EndsWith("\n%%EOF\n", StringComparison.Ordinal)) throw new InvalidDataException("The file is cut off: it does not end as a PDF does.");
        var digits = tail[(mark + "startxref\n".Length)..^"\n%%EOF\n".Length];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start < file.Length
            ? start
            : throw new InvalidDataException("The file does not say where its cross-reference begins.");
    }

    private static (PdfDictionary Dictionary, byte[] Content) ReadStreamAt(byte[] file, int offset, int? expectedNumber)
    {
        var (dictionary, start, length) = FrameAt(file, offset, expectedNumber);
        if (!dictionary.Has("Filter")) return (dictionary, file[start..(start + length)]);
        dictionary.RequireName("Filter", "FlateDecode");
        return (dictionary, Flate.Expand(file, start, length));
    }

    /// <summary>A stream's dictionary and where its bytes stand, as the file has them.</summary>
    private static (PdfDictionary Dictionary, int Start, int Length) FrameAt(byte[] file, int offset, int? expectedNumber)
    {
        var tokens = new PdfTokens(file, offset, file.Length);
        if (tokens.Next() is not double number || (expectedNumber is { } expected && number != expected))
            throw new InvalidDataException($"At byte {offset} object {expectedNumber} was expected.");
        tokens.Expect(" 0 obj\n"u8);
        if (tokens.Next() is not PdfDictionary dictionary) throw new InvalidDataException($"Object {number} has no dictionary.");
        tokens.Expect("\nstream\n"u8);
        var length = dictionary.Number("Length");
        var start = tokens.Position;
        if (length < 0 || length > file.Length - start) throw new InvalidDataException($"Stream {number} is longer than the file.");
        new PdfTokens(file, start + length, file.Length).Expect("\nendstream\nendobj\n"u8);
        return (dictionary, start, length);
    }

    private int NumberOf(object reference)
        => reference is PdfReference { Number: var number } && number > 0 && number < references.Length
            ? number
            : throw new InvalidDataException("A reference leads to no object.");

    private ReadPack Pack(int number)
    {
        if (packs.TryGetValue(number, out var pack)) return pack;
        var (dictionary, content) = Stream(new PdfReference(number));
        return packs[number] = new ReadPack(dictionary, content);
    }

    private void VerifyReferences(int start)
    {
        for (var number = 1; number < references.Length; number++)
        {
            var place = references[number];
            if (place.Kind == 1 && place.Place != start) FrameAt(file, place.Place, number);
            else if (place.Kind == 2) Pack(place.Place).Verify(number, place.Index);
            else if (place.Kind != 1) throw new InvalidDataException($"Object {number} was never written.");
        }
    }
}
