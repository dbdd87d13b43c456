using ResultsGrid.Exchange.Fonts;

namespace ResultsGrid.Exchange.Pdf;

/// <summary>One page's content. Distances are in points from the top left corner; a text's is that of its baseline.</summary>
/// <remarks>All that is drawn belongs either to a structure element or to an artifact, so nothing is lost on someone who listens.</remarks>
internal sealed class PdfPage(PageSize size, int number)
{
    private const int UsualBytes = 8 * 1024;

    private readonly PdfBytes content = new(UsualBytes);
    private readonly List<StructureElement> markedElements = [];

    public PageSize Size { get; } = size;

    /// <summary>The page object's number.</summary>
    public int Number { get; } = number;

    /// <summary>Uncompressed.</summary>
    public ReadOnlySpan<byte> Content => content.Written;

    /// <summary>By the number of their marked sequence.</summary>
    public IReadOnlyList<StructureElement> MarkedElements => markedElements;

    public void Begin(StructureElement element)
    {
        element.Content = (this, markedElements.Count);
        content.Add("/"u8).Add(element.Type).Add("<</MCID "u8).Add(markedElements.Count).Add(">>BDC\n"u8);
        markedElements.Add(element);
    }

    /// <summary>Begins what is there for the eye alone: rules, tints, page numbers, repeated headings.</summary>
    public void BeginArtifact() => content.Add("/Artifact BMC\n"u8);

    public void End() => content.Add("EMC\n"u8);

    /// <summary>Sets a line; a letter that the font lacks is set in its fallback.</summary>
    public void Text(DocumentFont font, double size, double x, double baseline, ReadOnlySpan<char> text)
    {
        var current = font.FontOf(FirstLetter(text));
        content.Add("BT/"u8).Add(current.ResourceName).Add(" "u8).Points(size).Add(" Tf "u8);
        content.Points(x).Add(" "u8).Points(Size.Height - baseline).Add(" Td<"u8);
        while (!text.IsEmpty)
        {
            var letter = FirstLetter(text);
            var next = font.FontOf(letter);
            if (next != current) content.Add(">Tj/"u8).Add(next.ResourceName).Add(" "u8).Points(size).Add(" Tf<"u8);
            content.Hex(next.Use(letter));
            current = next;
            text = text[letter.Length..];
        }

        content.Add(">Tj ET\n"u8);
    }

    /// <param name="y">Distance of the upper edge from the top.</param>
    public void Fill(Ink ink, double x, double y, double width, double height)
    {
        content.Add("q "u8).Points(ink.Red).Add(" "u8).Points(ink.Green).Add(" "u8).Points(ink.Blue).Add(" rg "u8);
        content.Points(x).Add(" "u8).Points(Size.Height - y - height).Add(" "u8);
        content.Points(width).Add(" "u8).Points(height).Add(" re f Q\n"u8);
    }

    private static ReadOnlySpan<char> FirstLetter(ReadOnlySpan<char> text) => text.IsEmpty ? text : text[..Typeface.LetterLength(text)];
}
