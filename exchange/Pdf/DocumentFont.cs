using ResultsGrid.Exchange.Fonts;

namespace ResultsGrid.Exchange.Pdf;

/// <summary>A typeface as one document uses it: gives each letter its code, the everyday ones first, further ones in order of appearance.</summary>
internal sealed class DocumentFont
{
    private const int Italic = 0;
    private const int RegularStem = 80;
    private const int BoldStem = 140;
    private const int NonsymbolicFlag = 32;

    private readonly int[] asciiCodes = new int[128];
    private readonly Dictionary<string, int> furtherCodes = new(StringComparer.Ordinal);
    private readonly List<string> letters = [];

    /// <param name="everyday">Letters that nearly every document has, in ASCII.</param>
    public DocumentFont(Typeface face, string resourceName, string everyday)
    {
        Face = face;
        ResourceName = resourceName;
        for (var index = 0; index < everyday.Length; index++) CodeOf(everyday.AsSpan(index, 1));
    }

    public Typeface Face { get; }

    public string ResourceName { get; }

    /// <summary>Adds the text's codes as a hexadecimal string.</summary>
    public void Encode(ReadOnlySpan<char> text, PdfBytes into)
    {
        into.Add("<"u8);
        while (!text.IsEmpty)
        {
            var length = Typeface.LetterLength(text);
            into.Hex(CodeOf(text[..length]));
            text = text[length..];
        }

        into.Add(">"u8);
    }

    /// <returns>The number of the font's object.</returns>
    public int Write(PdfFile file)
    {
        var embedded = EmbeddedLetters.Of(Face, letters);
        var fontFile = file.Reserve();
        file.WriteStream(fontFile, $"/Length1 {embedded.FontBytes}/Filter/FlateDecode", embedded.FontFile);
        var toUnicode = file.Reserve();
        file.WriteStream(toUnicode, "/Filter/FlateDecode", embedded.ToUnicode);
        var font = Face.Font;
        var descriptor = file.Write(
            $"<</Type/FontDescriptor/FontName/{embedded.Name}/Flags {NonsymbolicFlag}" +
            $"/FontBBox[{font.Box.XMin} {font.Box.YMin} {font.Box.XMax} {font.Box.YMax}]/ItalicAngle {Italic}" +
            $"/Ascent {font.Ascent}/Descent {font.Descent}/CapHeight {font.CapHeight}/XHeight {font.XHeight}" +
            $"/StemV {(Face.IsBold ? BoldStem : RegularStem)}/FontFile2 {fontFile} 0 R>>");
        var descendant = file.Write(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{embedded.Name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>" +
            $"/FontDescriptor {descriptor} 0 R/W[{embedded.Widths}]/CIDToGIDMap/Identity>>");
        return file.Write(
            $"<</Type/Font/Subtype/Type0/BaseFont/{embedded.Name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {toUnicode} 0 R>>");
    }

    private int CodeOf(ReadOnlySpan<char> letter)
    {
        if (letter.Length == 1 && char.IsAscii(letter[0]))
        {
            ref var ascii = ref asciiCodes[letter[0]];
            return ascii != 0 ? ascii : ascii = NextCode(letter);
        }

        var further = furtherCodes.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!further.TryGetValue(letter, out var code)) further[letter] = code = NextCode(letter);
        return code;
    }

    private int NextCode(ReadOnlySpan<char> letter)
    {
        letters.Add(letter.ToString());
        return letters.Count;
    }
}
