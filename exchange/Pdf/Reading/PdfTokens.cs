using System.Globalization;
using System.Text;

namespace ResultsGrid.Exchange.Pdf.Reading;

/// <summary>Reads objects and operators from bytes: numbers (double), names, strings (byte arrays), arrays, dictionaries, references, keywords.</summary>
internal sealed class PdfTokens(byte[] bytes, int position, int end)
{
    private const string Delimiters = "()<>[]{}/%";

    public int Position { get; private set; } = position;

    /// <summary>The next object, or null at the end.</summary>
    public object? Next() => Next(0);

    /// <summary>Moves past the expected bytes.</summary>
    public void Expect(ReadOnlySpan<byte> expected)
    {
        if (end - Position < expected.Length || !bytes.AsSpan(Position, expected.Length).SequenceEqual(expected))
            throw new InvalidDataException($"At byte {Position} '{Encoding.Latin1.GetString(expected).Trim()}' was expected.");
        Position += expected.Length;
    }

    private object? Next(int depth)
    {
        if (depth > PdfDictionary.MaxDepth) throw new InvalidDataException("Objects are nested too deep.");
        SkipSpace();
        if (Position >= end) return null;
        switch ((char)bytes[Position])
        {
            case '/':
                Position++;
                return new PdfName(Word());
            case '(':
                return LiteralString();
            case '[':
                Position++;
                return List("]", depth);
            case '<' when Peek(1) == '<':
                Position += 2;
                return Dictionary(depth);
            case '<':
                return HexString();
            case ']':
                Position++;
                return new PdfKeyword("]");
            case '>' when Peek(1) == '>':
                Position += 2;
                return new PdfKeyword(">>");
        }

        var word = Word();
        if (word.Length == 0) throw new InvalidDataException($"Byte {Position} begins nothing that is known.");
        if (char.IsAsciiLetter(word[0])) return new PdfKeyword(word);
        return double.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? ReferenceOr(number)
            : throw new InvalidDataException($"'{word}' is no number.");
    }

    private char Peek(int ahead) => Position + ahead < end ? (char)bytes[Position + ahead] : '\0';

    private void SkipSpace()
    {
        while (Position < end && bytes[Position] is (byte)' ' or (byte)'\n') Position++;
    }

    private string Word()
    {
        var start = Position;
        while (Position < end && bytes[Position] is > (byte)' ' and < 127 && !Delimiters.Contains((char)bytes[Position], StringComparison.Ordinal)) Position++;
        return Encoding.ASCII.GetString(bytes, start, Position - start);
    }

    // "12 0 R" is one object; every generation of ours is 0.
    private object ReferenceOr(double number)
    {
        if (end - Position < 4 || !bytes.AsSpan(Position, 4).SequenceEqual(" 0 R"u8)) return number;
        Position += 4;
        return new PdfReference(checked((int)number));
    }

    private List<object> List(string close, int depth)
    {
        var items = new List<object>();
        while (true)
        {
            var item = Next(depth + 1) ?? throw new InvalidDataException("An array or dictionary does not end.");
            if (item is PdfKeyword keyword && keyword.Text == close) return items;
            items.Add(item);
        }
    }

    private PdfDictionary Dictionary(int depth)
    {
        var items = List(">>", depth);
        if (items.Count % 2 != 0) throw new InvalidDataException("A dictionary has a name without a value.");
        var dictionary = new PdfDictionary();
        for (var index = 0; index < items.Count; index += 2)
        {
            if (items[index] is not PdfName name) throw new InvalidDataException("A dictionary's key is no name.");
            dictionary.Add(name.Text, items[index + 1]);
        }

        return dictionary;
    }

    // Literal strings of ours are fixed words without escapes.
    private byte[] LiteralString()
    {
        var close = bytes.AsSpan(Position, end - Position).IndexOf((byte)')');
        if (close < 0) throw new InvalidDataException("A string does not end.");
        var text = bytes[(Position + 1)..(Position + close)];
        Position += close + 1;
        return text;
    }

    private byte[] HexString()
    {
        var close = bytes.AsSpan(Position, end - Position).IndexOf((byte)'>');
        if (close < 0) throw new InvalidDataException("A string does not end.");
        var digits = bytes.AsSpan(Position + 1, close - 1);
        Position += close + 1;
        return Convert.FromHexString(Encoding.ASCII.GetString(digits));
    }
}
