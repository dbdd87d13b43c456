using System.Text;

namespace ResultsGrid.Exchange.Pdf.Reading;

/// <summary>Reads a page's operators: text in marked sequences, rectangles, nothing else.</summary>
internal sealed class PageText(IReadOnlyDictionary<string, ReadFont> fonts)
{
    /// <summary>The operators that our writer uses besides text, marks and fonts.</summary>
    private static readonly HashSet<string> Drawing = ["q", "Q", "rg", "re", "f", "ET", "Td"];

    private readonly StringBuilder text = new();
    private readonly List<object> operands = [];
    private ReadFont? font;
    private bool isMarked;
    private bool isArtifact;
    private bool hasContent;

    /// <exception cref="InvalidDataException">An operator that is not ours, untagged text, or a page without tagged text.</exception>
    public string Read(byte[] content)
    {
        var tokens = new PdfTokens(content, 0, content.Length);
        while (tokens.Next() is { } token)
        {
            if (token is not PdfKeyword { Text: var name })
            {
                operands.Add(token);
                continue;
            }

            Operate(name);
            operands.Clear();
        }

        if (isMarked || operands.Count > 0) throw new InvalidDataException("A page's content is cut off.");
        return hasContent ? text.ToString() : throw new InvalidDataException("A page is blank.");
    }

    private void Operate(string name)
    {
        switch (name)
        {
            case "BDC" or "BMC":
                if (isMarked) throw new InvalidDataException("Marked sequences of a page are nested.");
                isMarked = true;
                isArtifact = Operand<PdfName>(0).Text == "Artifact";
                break;
            case "EMC":
                if (!isMarked) throw new InvalidDataException("A marked sequence ends that did not begin.");
                isMarked = false;
                if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
                break;
            case "BT":
                font = null;
                break;
            case "Tf":
                font = fonts.TryGetValue(Operand<PdfName>(0).Text, out var known) ? known : throw new InvalidDataException("A page uses a font that it does not have.");
                break;
            case "Tj":
                Show();
                break;
            default:
                if (!Drawing.Contains(name)) throw new InvalidDataException($"A page has the operator {name}, which is not ours.");
                break;
        }
    }

    private void Show()
    {
        if (!isMarked || font is null) throw new InvalidDataException("A text has no tag or no font.");
        var isVisible = font.Decode(Operand<byte[]>(0), text);
        hasContent |= !isArtifact && isVisible;
    }

    private T Operand<T>(int index) => index < operands.Count && operands[index] is T typed ? typed : throw new InvalidDataException("An operator of a page lacks what it works on.");
}
