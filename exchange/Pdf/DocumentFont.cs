using System.Security.Cryptography;
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
    private readonly List<bool> used = [];

    /// <param name="everyday">Letters that nearly every document has, in ASCII.</param>
    public DocumentFont(Typeface face, string resourceName, string everyday)
    {
        Face = face;
        ResourceName = resourceName;
        for (var index = 0; index < everyday.Length; index++) CodeOf(everyday.AsSpan(index, 1));
        for (var index = 0; index < used.Count; index++) used[index] = false;
    }

    public Typeface Face { get; }

    public string ResourceName { get; }

    /// <summary>Set where a letter was needed that this typeface lacks: takes those letters.</summary>
    public DocumentFont? Fallback { get; private set; }

    /// <summary>The font that a letter is set in: this one, or its fallback where this one lacks it.</summary>
    public DocumentFont FontOf(ReadOnlySpan<char> letter)
    {
        if (letter.IsEmpty || (letter.Length == 1 && char.IsAscii(letter[0]))) return this;
        if (furtherCodes.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(letter)) return this;
        var face = Face.FaceOf(letter.ToString());
        return face == Face ? this : Fallback ??= new DocumentFont(face, $"{ResourceName}F", everyday: "");
    }

    /// <summary>Gives a letter its code; its outline goes into the document.</summary>
    public int Use(ReadOnlySpan<char> letter)
    {
        var code = CodeOf(letter);
        used[code - 1] = true;
        return code;
    }

    /// <returns>The number of the font's object.</returns>
    public int Write(PdfFile file)
    {
        var embedded = EmbeddedLetters.Of(Face, letters);
        var outlines = embedded.Outlines(used);
        var fontFile = file.Reserve();
        file.WriteStream(fontFile, $"/Length1 {outlines.Length}/Filter/FlateDecode", Flate.Compress(outlines));
        var toUnicode = file.Reserve();
        file.WriteStream(toUnicode, "/Filter/FlateDecode", embedded.ToUnicode);
        var name = $"{SubsetTag(outlines)}+{Face.PostScriptName}";
        var font = Face.Font;
        var descriptor = file.Write(
            $"<</Type/FontDescriptor/FontName/{name}/Flags {NonsymbolicFlag}" +
            $"/FontBBox[{font.Box.XMin} {font.Box.YMin} {font.Box.XMax} {font.Box.YMax}]/ItalicAngle {Italic}" +
            $"/Ascent {font.Ascent}/Descent {font.Descent}/CapHeight {font.CapHeight}/XHeight {font.XHeight}" +
            $"/StemV {(Face.IsBold ? BoldStem : RegularStem)}/FontFile2 {fontFile} 0 R>>");
        var descendant = file.Write(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>" +
            $"/FontDescriptor {descriptor} 0 R/W[{embedded.Widths}]/CIDToGIDMap/Identity>>");
        return file.Write(
            $"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {toUnicode} 0 R>>");
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

    // Six letters that tell subsets of one font apart, as the format asks.
    private static string SubsetTag(ReadOnlySpan<byte> outlines) => string.Concat(SHA256.HashData(outlines).Take(6).Select(value => (char)('A' + value % 26)));

    private int NextCode(ReadOnlySpan<char> letter)
    {
        letters.Add(letter.ToString());
        used.Add(false);
        return letters.Count;
    }
}
