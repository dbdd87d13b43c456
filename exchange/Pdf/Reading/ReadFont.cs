using System.Buffers.Binary;
using System.Text;

namespace ResultsGrid.Exchange.Pdf.Reading;

/// <summary>A font of the document: which letter each code stands for.</summary>
internal sealed class ReadFont
{
    private const int MaxCode = 0xFFFF;

    private readonly Dictionary<int, string> letters = [];

    public ReadFont(ReadFile file, PdfDictionary font)
    {
        font.RequireName("Subtype", "Type0");
        font.RequireName("Encoding", "Identity-H");
        var descendant = file.Dictionary(font.Get<List<object>>("DescendantFonts")[0]);
        var descriptor = file.Dictionary(descendant.Get<PdfReference>("FontDescriptor"));
        var (embedded, fontFile) = file.Stream(descriptor.Get<PdfReference>("FontFile2"));
        if (fontFile.Length != embedded.Number("Length1") || fontFile.Length < 4 || BinaryPrimitives.ReadInt32BigEndian(fontFile) != 0x00010000)
            throw new InvalidDataException("An embedded font is damaged.");
        ReadMap(file.Stream(font.Get<PdfReference>("ToUnicode")).Content);
    }

    public void Decode(byte[] codes, StringBuilder into)
    {
        if (codes.Length % 2 != 0) throw new InvalidDataException("A text has half a code.");
        for (var at = 0; at < codes.Length; at += 2)
        {
            var code = BinaryPrimitives.ReadUInt16BigEndian(codes.AsSpan(at));
            into.Append(letters.TryGetValue(code, out var letter) ? letter : throw new InvalidDataException($"Code {code} stands for no letter."));
        }
    }

    private void ReadMap(byte[] map)
    {
        var inBlock = false;
        foreach (var line in Encoding.ASCII.GetString(map).Split('\n'))
        {
            if (line.EndsWith("beginbfrange", StringComparison.Ordinal)) inBlock = true;
            else if (line == "endbfrange") inBlock = false;
            else if (inBlock) AddRange(line);
        }
    }

    private void AddRange(string line)
    {
        var parts = line.Split(['<', '>'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 3) throw new InvalidDataException("A font's map to text is damaged.");
        var (first, last) = (Convert.ToInt32(parts[0], 16), Convert.ToInt32(parts[1], 16));
        var letter = Encoding.BigEndianUnicode.GetString(Convert.FromHexString(parts[2]));
        if (first < 0 || last > MaxCode || letter.Length == 0) throw new InvalidDataException("A font's map to text is damaged.");
        for (var code = first; code <= last; code++)
        {
            // Once each, so that a map of a few bytes can't ask for the whole range over and over.
            if (!letters.TryAdd(code, letter[..^1] + (char)(letter[^1] + code - first))) throw new InvalidDataException($"A font's map has code {code} twice.");
        }
    }
}
