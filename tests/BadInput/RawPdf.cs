using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ResultsGrid.Tests.BadInput;

/// <summary>A document of ours taken apart into its streams, expanded, to be put together again with right offsets and digest whatever was done to them.</summary>
internal sealed partial class RawPdf
{
    private const int HeaderBytes = 15;
    private const int EntryBytes = 7;

    private readonly byte[] header;
    private readonly List<RawPdfStream> streams = [];

    private RawPdf(byte[] header) => this.header = header;

    /// <summary>In the order of the file; the last is the cross-reference.</summary>
    public IReadOnlyList<RawPdfStream> Streams => streams;

    public static RawPdf Of(byte[] pdf)
    {
        var raw = new RawPdf(pdf[..HeaderBytes]);
        var text = Encoding.Latin1.GetString(pdf);
        for (var match = Opening().Match(text, HeaderBytes); match.Success;)
        {
            var start = match.Index + match.Length;
            var end = start + int.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture);
            raw.streams.Add(new RawPdfStream(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), match.Groups[2].Value, Expanded(pdf[start..end], match.Groups[2].Value)));
            match = Opening().Match(text, end + "\nendstream\nendobj\n".Length);
        }

        return raw;
    }

    /// <param name="changed">Stands instead of the stream at <paramref name="index"/>.</param>
    /// <param name="compressed">Whether streams are compressed again.</param>
    public byte[] With(int index, RawPdfStream changed, bool compressed = false)
    {
        using var file = new MemoryStream();
        file.Write(header);
        var offsets = new Dictionary<int, int>();
        for (var at = 0; at < streams.Count; at++)
        {
            var stream = at == index ? changed : streams[at];
            offsets[stream.Number] = (int)file.Length;
            if (at == streams.Count - 1) stream = stream with { Content = Table(stream.Content, offsets) };
            Write(file, stream, compressed);
        }

        file.Write(Encoding.ASCII.GetBytes(FormattableString.Invariant($"startxref\n{offsets[streams[^1].Number]}\n%%EOF\n")));
        return Sealed(file.ToArray());
    }

    /// <summary>The document with the identifier that its bytes ask for, as the writer sets it.</summary>
    public static byte[] Sealed(byte[] pdf)
    {
        var at = pdf.AsSpan().LastIndexOf("/ID[<"u8) + 5;
        if (at < 5 || at + 66 > pdf.Length) return pdf;
        pdf.AsSpan(at, 32).Fill((byte)'0');
        pdf.AsSpan(at + 34, 32).Fill((byte)'0');
        var digits = Encoding.ASCII.GetBytes(Convert.ToHexString(SHA256.HashData(pdf))[..32]);
        digits.CopyTo(pdf.AsSpan(at));
        digits.CopyTo(pdf.AsSpan(at + 34));
        return pdf;
    }

    private static void Write(MemoryStream file, RawPdfStream stream, bool compressed)
    {
        var entries = stream.Entries.Replace("/Filter/FlateDecode", "", StringComparison.Ordinal) + (compressed ? "/Filter/FlateDecode" : "");
        var content = compressed ? Compressed(stream.Content) : stream.Content;
        file.Write(Encoding.Latin1.GetBytes(FormattableString.Invariant($"{stream.Number} 0 obj\n<<{entries}/Length {content.Length}>>\nstream\n")));
        file.Write(content);
        file.Write("\nendstream\nendobj\n"u8);
    }

    /// <summary>The cross-reference with the offsets that the streams have now.</summary>
    private static byte[] Table(byte[] table, Dictionary<int, int> offsets)
    {
        var moved = (byte[])table.Clone();
        foreach (var (number, offset) in offsets)
        {
            var entry = number * EntryBytes;
            if (entry >= 0 && entry + EntryBytes <= moved.Length && moved[entry] == 1) BinaryPrimitives.WriteInt32BigEndian(moved.AsSpan(entry + 1), offset);
        }

        return moved;
    }

    private static byte[] Expanded(byte[] content, string entries)
    {
        if (!entries.Contains("/Filter/FlateDecode", StringComparison.Ordinal)) return content;
        using var expanded = new MemoryStream();
        using (var flate = new ZLibStream(new MemoryStream(content), CompressionMode.Decompress)) flate.CopyTo(expanded);
        return expanded.ToArray();
    }

    private static byte[] Compressed(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var flate = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true)) flate.Write(content);
        return compressed.ToArray();
    }

    [GeneratedRegex(@"\G([0-9]+) 0 obj\n<<(.*?)/Length ([0-9]+)>>\nstream\n", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
