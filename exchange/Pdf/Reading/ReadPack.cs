namespace ResultsGrid.Exchange.Pdf.Reading;

/// <summary>An object stream: its index, and its objects.</summary>
internal sealed class ReadPack
{
    /// <summary>The least that the index takes for an object: two digits and two spaces.</summary>
    private const int BytesPerEntry = 4;

    private readonly byte[] content;
    private readonly (int Number, int Offset)[] index;
    private readonly object?[] read;

    public ReadPack(PdfDictionary dictionary, byte[] content)
    {
        dictionary.RequireName("Type", "ObjStm");
        this.content = content;
        var first = dictionary.Number("First");
        var count = dictionary.Number("N");
        if (first < 0 || first > content.Length || count < 0 || count > first / BytesPerEntry) throw new InvalidDataException("An object stream's index is longer than the stream.");
        var tokens = new PdfTokens(content, 0, first);
        index = new (int, int)[count];
        read = new object?[count];
        for (var at = 0; at < count; at++) index[at] = (Whole(tokens.Next()), first + Whole(tokens.Next()));
    }

    public object Read(int number, int at)
    {
        if (read.Length > at && read[at] is { } known && index[at].Number == number) return known;
        return read[at] = Tokens(number, at).Next()!;
    }

    /// <summary>Sees that the object is there, whole and alone, without making anything of it: a structure tree has thousands.</summary>
    public void Verify(int number, int at)
    {
        var tokens = Tokens(number, at);
        if (!tokens.Skip()) throw new InvalidDataException($"Object {number} is empty.");
        if (tokens.Skip()) throw new InvalidDataException($"Object {number} has more to it than an object.");
    }

    private PdfTokens Tokens(int number, int at)
    {
        if (at >= index.Length || index[at].Number != number) throw new InvalidDataException($"Object {number} is not in its object stream.");
        return new PdfTokens(content, index[at].Offset, at + 1 < index.Length ? index[at + 1].Offset : content.Length);
    }

    private static int Whole(object? token) => token is double number ? checked((int)number) : throw new InvalidDataException("An object stream's index is damaged.");
}
