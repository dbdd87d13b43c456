using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ResultsGrid.Exchange.Pdf.Reading;

/// <summary>Which letter each code of a font stands for.</summary>
internal sealed class ReadLetters
{
    private const int MaxCode = 0xFFFF;

    /// <summary>As many as the writer remembers: nearly all documents of ours have one of a few sets of letters.</summary>
    private const int MaxRemembered = 512;

    /// <summary>Ways back to text that were found sound, by the digest of their bytes in the file.</summary>
    private static readonly ConcurrentDictionary<(UInt128, UInt128), ReadLetters> Sound = new();

    private readonly Dictionary<int, string> letters = [];

    private ReadLetters(byte[] toUnicode) => ReadMap(toUnicode);

    public string this[int code] => letters.TryGetValue(code, out var letter) ? letter : throw new InvalidDataException($"Code {code} stands for no letter.");

    /// <exception cref="InvalidDataException">The way back to text is damaged.</exception>
    public static ReadLetters Of(ReadFile file, PdfReference toUnicode)
    {
        var digest = Digest(file.Frame(toUnicode).Filtered.Span);
        if (Sound.TryGetValue(digest, out var known)) return known;
        var read = new ReadLetters(file.Stream(toUnicode).Content);
        if (Sound.Count < MaxRemembered) Sound.TryAdd(digest, read);
        return read;
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
