using ResultsGrid.Exchange.Fonts;

namespace ResultsGrid.Exchange.Pdf;

/// <summary>A typeface as one document uses it: gives each letter its code, in order of appearance.</summary>
internal sealed class DocumentFont(Typeface face, string resourceName)
{
    private const int Italic = 0;
    private const int RegularStem = 80;
    private const int BoldStem = 140;
    private const int NonsymbolicFlag = 32;

    private static readonly byte[] EverydayCodes = MapEverydayCodes();

    private readonly Dictionary<string, int> furtherCodes = new(StringComparer.Ordinal);
    private readonly List<string> furtherLetters = [];

    public Typeface Face { get; } = face;

    public string ResourceName { get; } = resourceName;

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
        var letters = EmbeddedLetters.Of(Face, furtherLetters);
        var fontFile = file.Reserve();
        file.WriteStream(fontFile, $"/Length1 {letters.FontBytes}/Filter/FlateDecode", letters.FontFile);
        var toUnicode = file.Reserve();
        file.WriteStream(toUnicode, "/Filter/FlateDecode", letters.ToUnicode);
        var font = Face.Font;
        var descriptor = file.Write(
            $"<</Type/FontDescriptor/FontName/{letters.Name}/Flags {NonsymbolicFlag}" +
            $"/FontBBox[{font.Box.XMin} {font.Box.YMin} {font.Box.XMax} {font.Box.YMax}]/ItalicAngle {Italic}" +
            $"/Ascent {font.Ascent}/Descent {font.Descent}/CapHeight {font.CapHeight}/XHeight {font.XHeight}" +
            $"/StemV {(Face.IsBold ? BoldStem : RegularStem)}/FontFile2 {fontFile} 0 R>>");
        var descendant = file.Write(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{letters.Name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>" +
            $"/FontDescriptor {descriptor} 0 R/W[{letters.Widths}]/CIDToGIDMap/Identity>>");
        return file.Write(
            $"<</Type/Font/Subtype/Type0/BaseFont/{letters.Name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {toUnicode} 0 R>>");
    }

    private int CodeOf(ReadOnlySpan<char> letter)
    {
        if (letter.Length == 1 && letter[0] < EverydayCodes.Length && EverydayCodes[letter[0]] is var everyday and not 0) return everyday;
        var further = furtherCodes.GetAlternateLookup<ReadOnlySpan<char>>();
        if (further.TryGetValue(letter, out var code)) return code;
        furtherLetters.Add(letter.ToString());
        code = EmbeddedLetters.Everyday.Length + furtherLetters.Count;
        further[letter] = code;
        return code;
    }

    private static byte[] MapEverydayCodes()
    {
        var codes = new byte[EmbeddedLetters.Everyday.Max() + 1];
        for (var index = 0; index < EmbeddedLetters.Everyday.Length; index++) codes[EmbeddedLetters.Everyday[index]] = (byte)(index + 1);
        return codes;
    }
}
