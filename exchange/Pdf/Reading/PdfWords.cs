using System.Collections.Frozen;

namespace ResultsGrid.Exchange.Pdf.Reading;

/// <summary>The names and operators that files of ours are full of, each made once: a page has thousands.</summary>
internal static class PdfWords
{
    private const int LongestKnown = 12;

    private static readonly FrozenDictionary<string, PdfName>.AlternateLookup<ReadOnlySpan<char>> Names = new[]
    {
        "A", "Artifact", "B", "Contents", "Document", "Filter", "First", "FlateDecode", "H1", "H2", "K", "Kids", "Length", "MCID", "MediaBox", "N", "O", "ObjStm",
        "P", "Page", "Parent", "Pg", "R", "Resources", "Row", "S", "Scope", "Sect", "StructElem", "TD", "TH", "TR", "Table", "Tabs", "Type",
    }.ToFrozenDictionary(text => text, text => new PdfName(text)).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, PdfKeyword>.AlternateLookup<ReadOnlySpan<char>> Keywords = new[]
    {
        "BDC", "BMC", "BT", "EMC", "ET", "Q", "Td", "Tf", "Tj", "f", "q", "re", "rg",
    }.ToFrozenDictionary(text => text, text => new PdfKeyword(text)).GetAlternateLookup<ReadOnlySpan<char>>();

    public static PdfName Name(ReadOnlySpan<byte> word)
    {
        Span<char> text = stackalloc char[LongestKnown];
        return word.Length <= LongestKnown && Names.TryGetValue(Widened(word, text), out var known) ? known : new PdfName(Text(word));
    }

    public static PdfKeyword Keyword(ReadOnlySpan<byte> word)
    {
        Span<char> text = stackalloc char[LongestKnown];
        return word.Length <= LongestKnown && Keywords.TryGetValue(Widened(word, text), out var known) ? known : new PdfKeyword(Text(word));
    }

    public static string Text(ReadOnlySpan<byte> word) => System.Text.Encoding.ASCII.GetString(word);

    private static ReadOnlySpan<char> Widened(ReadOnlySpan<byte> word, Span<char> text)
    {
        for (var index = 0; index < word.Length; index++) text[index] = (char)word[index];
        return text[..word.Length];
    }
}
