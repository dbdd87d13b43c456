namespace ResultsGrid.Exchange.Pdf;

/// <summary>A node of the document's logical structure: a heading, a paragraph, a table and its parts. Leaves hold content of a page.</summary>
internal sealed class StructureElement
{
    private readonly List<StructureElement> children = [];

    private StructureElement(string type, string? attributes, StructureElement? parent)
    {
        Type = type;
        Attributes = attributes;
        Parent = parent;
    }

    /// <summary>A standard structure type: Document, Sect, H1, H2, P, Table, TR, TH, TD.</summary>
    public string Type { get; }

    /// <summary>The attribute dictionary as written in the file, or null.</summary>
    public string? Attributes { get; }

    public StructureElement? Parent { get; }

    public IReadOnlyList<StructureElement> Children => children;

    /// <summary>The page that shows the element's content, and which marked sequence there; null for a node of others.</summary>
    public (PdfPage Page, int Sequence)? Content { get; set; }

    /// <summary>The object's number, given when the file is written.</summary>
    public int Number { get; set; }

    public static StructureElement Document() => new("Document", null, null);

    public StructureElement Add(string type, string? attributes = null)
    {
        var child = new StructureElement(type, attributes, this);
        children.Add(child);
        return child;
    }
}
