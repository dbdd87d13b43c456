using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ResultsGrid.Tests.BadInput;

namespace ResultsGrid.Tests.Documents;

/// <summary>How a document is built: its header, and each stream with its entries and, expanded, what stands in it.</summary>
/// <remarks>What a compressor decides (lengths, and the places and the identifier that follow from them) is left out; so are drawn pages, which are held elsewhere.</remarks>
internal static partial class Anatomy
{
    public static string Of(byte[] pdf)
    {
        var raw = RawPdf.Of(pdf);
        var text = new StringBuilder($"header {Convert.ToHexString(pdf.AsSpan(0, pdf.AsSpan().IndexOf(" 0 obj"u8)))}\n");
        foreach (var stream in raw.Streams)
        {
            text.Append(CultureInfo.InvariantCulture, $"stream {stream.Number} {Identifier().Replace(stream.Entries, "/ID")}\n");
            if (stream.Is("/Length1")) text.Append(CultureInfo.InvariantCulture, $"letters {stream.Content.Length} bytes, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(stream.Content))}\n");
            else if (stream.Is("/Type/XRef")) text.Append(CultureInfo.InvariantCulture, $"{stream.Content.Length} bytes\n");
            else if (stream.Content.AsSpan().IndexOf(" Tf "u8) >= 0) text.Append("a page\n");
            else text.Append(Encoding.Latin1.GetString(stream.Content)).Append('\n');
        }

        return text.ToString();
    }

    [GeneratedRegex("/ID\\[<[0-9A-F]{32}><[0-9A-F]{32}>\\]", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();
}
