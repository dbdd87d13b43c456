using System.Buffers;
using System.Text;

namespace ResultsGrid.Exchange.Pdf.Reading;

/// <summary>Cuts bytes into tokens without making anything of them.</summary>
internal sealed class PdfLexer(byte[] bytes, int position, int end)
{
    private static readonly SearchValues<byte> WordBytes = SearchValues.Create(
        [.. Enumerable.Range('!', '~' - '!' + 1).Select(code => (byte)code).Except("()<>[]{}/%"u8.ToArray())]);

    private int from;
    private int to;

    public int Position { get; private set; } = position;

    /// <summary>The token's content: a name without its slash, a string without its brackets.</summary>
    public ReadOnlySpan<byte> Content => bytes.AsSpan(from, to - from);

    /// <summary>Moves past the expected bytes.</summary>
    public void Expect(ReadOnlySpan<byte> expected)
    {
        if (!TryPass(expected)) throw new InvalidDataException($"At byte {Position} '{Encoding.Latin1.GetString(expected).Trim()}' was expected.");
    }

    /// <summary>Moves past these bytes if they come next.</summary>
    public bool TryPass(ReadOnlySpan<byte> next)
    {
        if (!bytes.AsSpan(Position, end - Position).StartsWith(next)) return false;
        Position += next.Length;
        return true;
    }

    public PdfTokenKind Next()
    {
        while (Position < end && bytes[Position] is (byte)' ' or (byte)'\n') Position++;
        if (Position >= end) return PdfTokenKind.End;
        switch ((char)bytes[Position])
        {
            case '/':
                return Word(skipped: 1, PdfTokenKind.Name);
            case '(':
                // Literal strings of ours are fixed words without escapes.
                return Bracketed((byte)')', PdfTokenKind.LiteralString);
            case '[':
                return Mark(1, PdfTokenKind.OpenList);
            case ']':
                return Mark(1, PdfTokenKind.CloseList);
            case '<' when IsNext('<'):
                return Mark(2, PdfTokenKind.OpenDictionary);
            case '<':
                return Bracketed((byte)'>', PdfTokenKind.HexString);
            case '>' when IsNext('>'):
                return Mark(2, PdfTokenKind.CloseDictionary);
        }

        var kind = Word(skipped: 0, char.IsAsciiLetter((char)bytes[Position]) ? PdfTokenKind.Keyword : PdfTokenKind.Number);
        return from < to ? kind : throw new InvalidDataException($"Byte {Position} begins nothing that is known.");
    }

    private bool IsNext(char expected) => Position + 1 < end && bytes[Position + 1] == expected;

    private PdfTokenKind Mark(int length, PdfTokenKind kind)
    {
        from = to = Position += length;
        return kind;
    }

    private PdfTokenKind Word(int skipped, PdfTokenKind kind)
    {
        from = Position + skipped;
        var length = bytes.AsSpan(from, end - from).IndexOfAnyExcept(WordBytes);
        Position = to = length < 0 ? end : from + length;
        return kind;
    }

    private PdfTokenKind Bracketed(byte close, PdfTokenKind kind)
    {
        from = Position + 1;
        var length = bytes.AsSpan(from, end - from).IndexOf(close);
        if (length < 0) throw new InvalidDataException("A string does not end.");
        to = from + length;
        Position = to + 1;
        return kind;
    }
}
