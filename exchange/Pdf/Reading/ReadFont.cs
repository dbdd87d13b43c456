using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ResultsGrid.Exchange.Pdf.Reading;

/// <summary>A font of the document: which letter each code stands for.</summary>
internal sealed class ReadFont
{
    private const int MaxCode = 0xFFFF;

    /// <summary>As many as the writer remembers: nearly all documents of ours have one of a few sets of letters.</summary>
    private const int MaxRemembered = 512;

    /// <summary>Ways back to text that were found sound, by the digest of their bytes in the file.</summary>
    private static readonly ConcurrentDictionary<(UInt128, UInt128), ReadFont> Sound = new();

    private readonly Dictionary<int, string> letters = [];

    private ReadFont(byte[] toUnicode) => ReadMap(toUnicode);

    /// <exception cref="InvalidDataException">The embedded font or its way back to text is damaged.</exception>
    public static ReadFont Of(ReadFile file, PdfDictionary font)
    {
        font.RequireName("Subtype", "Type0");
        font.RequireName("Encoding", "Identity-H");
        var descendant = file.Dictionary(font.Get<List<object>>("DescendantFonts")[0]);
        var descriptor = file.Dictionary(descendant.Get<PdfReference>("FontDescriptor"));
        var (embedded, fontFile) = file.Stream(descriptor.Get<PdfReference>("FontFile2"));
        if (fontFile.Length != embedded.Number("Length1") || fontFile.Length < 4 || BinaryPrimitives.ReadInt32BigEndian(fontFile) != 0x00010000)
            throw new InvalidDataException("An embedded font is damaged.");

        var toUnicode = font.Get<PdfReference>("ToUnicode");
        var digest = Digest(file.Frame(toUnicode).Filtered.Span);
        if (Sound.TryGetValue(digest, out var known)) return known;
        var read = new ReadFont(file.Stream(toUnicode).Content);
        if (Sound.Count < MaxRemembered) Sound.TryAdd(digest, read);
        return read;
    }

    /// <returns>Whether any of it can be seen.</returns>
    public bool Decode(ReadOnlySpan<byte> codes, StringBuilder into)
    {
        if (codes.Length % 2 != 0) throw new InvalidDataException("A text has half a code.");
        var isVisible = false;
        for (var at = 0; at < codes.Length; at += 2)
        {
            var code = BinaryPrimitives.ReadUInt16BigEndian(codes[at..]);
            if (!letters.TryGetValue(code, out var letter)) throw new InvalidDataException($"Code {code} stands for no letter.");
            isVisible |= !string.IsNullOrWhiteSpace(letter);
            into.Append(letter);
        }

        return isVisible;
    }

    private static (UInt128, UInt128) Digest(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return (BinaryPrimitives.ReadUInt128BigEndian(digest), BinaryPrimitives.ReadUInt128BigEndian(digest[16..]));
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
