using System.Runtime.InteropServices;
using ResultsGrid.Exchange.Pdf.Layout;
using ResultsGrid.Exchange.Pdf.Reading;

namespace ResultsGrid.Exchange.Pdf;

/// <summary>Reads the text of a document of ours back, trusting nothing in it: a document that does not read back is not published.</summary>
/// <remarks>
/// Checked on the way: header and end, the digest of every byte, each cross-reference entry, stream lengths and checksums,
/// the page tree and its count, and for each code of the text that it leads to a letter and that the embedded font draws
/// this letter as the typeface does, with all its marks. Files of other writers are refused.
/// </remarks>
public static class PdfText
{
    /// <summary>More than any document of ours.</summary>
    public const int MaxFileBytes = 256 * 1024 * 1024;

    /// <summary>The text of each page, in page order; one line for each heading, paragraph or table cell.</summary>
    /// <exception cref="InvalidDataException">Damaged, cut off, blank or not written by us; the message says what is wrong.</exception>
    public static IReadOnlyList<string> Extract(ReadOnlyMemory<byte> pdf)
    {
        if (pdf.Length > MaxFileBytes) throw new InvalidDataException($"The document has more than {MaxFileBytes} bytes.");
        try
        {
            return new ReadDocument(ReadFile.Open(Whole(pdf))).PageTexts();
        }
        catch (Exception damage) when (damage is ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            throw new InvalidDataException($"The document is damaged: {damage.Message}", damage);
        }
    }

    /// <summary>How a text of one line reads in a document: control characters are printed as spaces, broken surrogates as U+FFFD.</summary>
    public static string Printed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PrintedText.Plain(PrintedText.Clean(text));
    }

    private static byte[] Whole(ReadOnlyMemory<byte> pdf)
        => MemoryMarshal.TryGetArray(pdf, out var segment) && segment.Array is { } array && segment.Offset == 0 && segment.Count == array.Length ? array : pdf.ToArray();
}
