namespace ResultsGrid.Exchange.Pdf;

/// <summary>Writes the structure elements, and the way from each page's marked content back to them.</summary>
internal static class StructureTree
{
    /// <returns>The number of the tree's root object.</returns>
    public static int Write(PdfFile file, StructureElement document, IReadOnlyList<PdfPage> pages)
    {
        var root = file.Reserve();
        ReserveAll(file, document);
        WriteElement(file, document, root);
        var parents = pages.Select(page => WriteMarkedElements(file, page)).ToArray();
        var tree = file.Begin(root).Add("<</Type/StructTreeRoot/K "u8).Reference(document.Number).Add("/ParentTree<</Nums["u8);
        for (var page = 0; page < parents.Length; page++) tree.Add(page).Add(" "u8).Reference(parents[page]).Add(" "u8);
        tree.Add("]>>/ParentTreeNextKey "u8).Add(parents.Length).Add(">>"u8);
        return root;
    }

    private static void ReserveAll(PdfFile file, StructureElement element)
    {
        element.Number = file.Reserve();
        foreach (var child in element.Children) ReserveAll(file, child);
    }

    private static void WriteElement(PdfFile file, StructureElement element, int parent)
    {
        var bytes = file.Begin(element.Number).Add("<</S/"u8).Add(element.Type).Add("/P "u8).Reference(parent);
        if (element.Attributes is { } attributes) bytes.Add("/A"u8).Add(attributes);
        if (element.Content is var (page, sequence)) bytes.Add("/Pg "u8).Reference(page.Number).Add("/K "u8).Add(sequence);
        if (element.Children.Count > 0)
        {
            bytes.Add("/K["u8);
            foreach (var child in element.Children) bytes.Reference(child.Number).Add(" "u8);
            bytes.Add("]"u8);
        }

        bytes.Add(">>"u8);
        foreach (var child in element.Children) WriteElement(file, child, element.Number);
    }

    private static int WriteMarkedElements(PdfFile file, PdfPage page)
    {
        var number = file.Reserve();
        var bytes = file.Begin(number).Add("["u8);
        foreach (var element in page.MarkedElements) bytes.Reference(element.Number).Add(" "u8);
        bytes.Add("]"u8);
        return number;
    }
}
