using System.Buffers.Binary;
using System.Text;
using ResultsGrid.Exchange.Fonts;

namespace ResultsGrid.Exchange.Pdf.Reading;

/// <summary>A font of the document: which letter each code stands for, and that the document draws this letter.</summary>
internal sealed class ReadFont
{
    private const int SubsetTagLength = 7;

    private readonly ReadLetters letters;
    private readonly ReadGlyphs glyphs;
    private readonly HashSet<int> drawn = [];

    private ReadFont(ReadLetters letters, ReadGlyphs glyphs)
    {
        this.letters = letters;
        this.glyphs = glyphs;
    }

    /// <exception cref="InvalidDataException">The embedded font or its way back to text is damaged.</exception>
    public static ReadFont Of(ReadFile file, PdfDictionary font)
    {
        font.RequireName("Subtype", "Type0");
        font.RequireName("Encoding", "Identity-H");
        var descendant = file.Dictionary(font.Get<List<object>>("DescendantFonts")[0]);
        descendant.RequireName("CIDToGIDMap", "Identity");
        var descriptor = file.Dictionary(descendant.Get<PdfReference>("FontDescriptor"));
        var (embedded, fontFile) = file.Stream(descriptor.Get<PdfReference>("FontFile2"));
        if (fontFile.Length != embedded.Number("Length1")) throw new InvalidDataException("An embedded font is damaged.");
        var name = descriptor.Get<PdfName>("FontName").Text;
        var face = name.Length > SubsetTagLength ? Typeface.Named(name[SubsetTagLength..]) : null;
        if (face is null) throw new InvalidDataException($"The font {name} is none of ours.");
        return new ReadFont(ReadLetters.Of(file, font.Get<PdfReference>("ToUnicode")), new ReadGlyphs(face, fontFile, descendant.Get<List<object>>("W")));
    }

    /// <returns>Whether any of it can be seen.</returns>
    /// <exception cref="InvalidDataException">A code stands for no letter, or its glyph is not the letter's.</exception>
    public bool Decode(ReadOnlySpan<byte> codes, StringBuilder into)
    {
        if (codes.Length % 2 != 0) throw new InvalidDataException("A text has half a code.");
        var isVisible = false;
        for (var at = 0; at < codes.Length; at += 2)
        {
            var code = BinaryPrimitives.ReadUInt16BigEndian(codes[at..]);
            var letter = letters[code];
            if (drawn.Add(code)) glyphs.RequireDrawn(code, letter);
            isVisible |= !string.IsNullOrWhiteSpace(letter);
            into.Append(letter);
        }

        return isVisible;
    }
}
