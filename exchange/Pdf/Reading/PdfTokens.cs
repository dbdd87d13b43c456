using System.Buffers.Text;

namespace ResultsGrid.Exchange.Pdf.Reading;

/// <summary>Reads objects and operators from bytes: numbers (double), names, strings (byte arrays), arrays, dictionaries, references, keywords.</summary>
internal sealed class PdfTokens(byte[] bytes, int position, int end)
{
    private readonly PdfLexer lexer = new(bytes, position, end);

    public int Position => lexer.Position;

    /// <summary>The next object, or null at the end.</summary>
    public object? Next() => Read(lexer.Next(), depth: 0);

    /// <summary>Moves past the next object, seeing only that it is one. False at the end.</summary>
    public bool Skip() => Skip(lexer.Next(), depth: 0);

    /// <summary>Moves past the expected bytes.</summary>
    public void Expect(ReadOnlySpan<byte> expected) => lexer.Expect(expected);

    private object? Read(PdfTokenKind token, int depth) => token switch
    {
        PdfTokenKind.End => null,
        PdfTokenKind.Name => PdfWords.Name(lexer.Content),
        PdfTokenKind.Keyword => PdfWords.Keyword(lexer.Content),
        PdfTokenKind.LiteralString => lexer.Content.ToArray(),
        PdfTokenKind.HexString => Convert.FromHexString(lexer.Content),
        PdfTokenKind.Number => NumberOrReference(),
        PdfTokenKind.OpenList => List(PdfTokenKind.CloseList, Deeper(depth)),
        PdfTokenKind.OpenDictionary => Dictionary(Deeper(depth)),
        _ => throw Unexpected(token),
    };

    private bool Skip(PdfTokenKind token, int depth)
    {
        switch (token)
        {
            case PdfTokenKind.End:
                return false;
            case PdfTokenKind.Number:
                Number();
                break;
            case PdfTokenKind.OpenList:
                SkipUntil(PdfTokenKind.CloseList, Deeper(depth));
                break;
            case PdfTokenKind.OpenDictionary:
                SkipUntil(PdfTokenKind.CloseDictionary, Deeper(depth));
                break;
            case PdfTokenKind.CloseList or PdfTokenKind.CloseDictionary:
                throw Unexpected(token);
        }

        return true;
    }

    private void SkipUntil(PdfTokenKind close, int depth)
    {
        for (var token = lexer.Next(); token != close; token = lexer.Next())
        {
            if (!Skip(token, depth)) throw Unended();
        }
    }

    private double Number()
    {
        var word = lexer.Content;
        // Nearly all are whole, and five times faster read as such.
        if (Utf8Parser.TryParse(word, out int whole, out var digits) && digits == word.Length) return whole;
        return Utf8Parser.TryParse(word, out double number, out var used, 'F') && used == word.Length
            ? number
            : throw new InvalidDataException($"'{PdfWords.Text(word)}' is no number.");
    }

    // "12 0 R" is one object; every generation of ours is 0.
    private object NumberOrReference()
    {
        var number = Number();
        return lexer.TryPass(" 0 R"u8) ? new PdfReference(checked((int)number)) : number;
    }

    private List<object> List(PdfTokenKind close, int depth)
    {
        var items = new List<object>();
        for (var token = lexer.Next(); token != close; token = lexer.Next()) items.Add(Read(token, depth) ?? throw Unended());
        return items;
    }

    private PdfDictionary Dictionary(int depth)
    {
        var dictionary = new PdfDictionary();
        for (var token = lexer.Next(); token != PdfTokenKind.CloseDictionary; token = lexer.Next())
        {
            if (token == PdfTokenKind.End) throw Unended();
            if (token != PdfTokenKind.Name) throw new InvalidDataException("A dictionary's key is no name.");
            var name = PdfWords.Name(lexer.Content).Text;
            var value = lexer.Next();
            if (value == PdfTokenKind.CloseDictionary) throw new InvalidDataException("A dictionary has a name without a value.");
            dictionary.Add(name, Read(value, depth) ?? throw Unended());
        }

        return dictionary;
    }

    private static int Deeper(int depth) => depth < PdfDictionary.MaxDepth ? depth + 1 : throw new InvalidDataException("Objects are nested too deep.");

    private static InvalidDataException Unended() => new("An array or dictionary does not end.");

    private static InvalidDataException Unexpected(PdfTokenKind token) => new($"A {token} stands where nothing was opened.");
}
