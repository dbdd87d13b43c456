namespace ResultsGrid.Exchange.Pdf.Reading;

/// <summary>The pages of a file that has been opened.</summary>
internal sealed class ReadDocument(ReadFile file)
{
    /// <summary>Fonts of one document; ours have the regular and the bold.</summary>
    private const int MaxFonts = 8;

    private readonly Dictionary<int, ReadFont> fonts = [];
    private readonly HashSet<PdfReference> contents = [];

    public List<string> PageTexts()
    {
        var catalog = file.Dictionary(file.Trailer.Get<PdfReference>("Root"));
        catalog.RequireName("Type", "Catalog");
        file.Dictionary(catalog.Get<PdfReference>("StructTreeRoot")).RequireName("Type", "StructTreeRoot");
        var tree = file.Dictionary(catalog.Get<PdfReference>("Pages"));
        tree.RequireName("Type", "Pages");
        var pages = tree.Get<List<object>>("Kids");
        if (pages.Count == 0 || pages.Count != tree.Number("Count")) throw new InvalidDataException($"The document has {pages.Count} pages and says {tree.Number("Count")}.");
        return [.. pages.Select(Read)];
    }

    private string Read(object reference)
    {
        var page = file.Dictionary(reference);
        page.RequireName("Type", "Page");
        var resources = file.Dictionary(page.Get<PdfReference>("Resources")).Get<PdfDictionary>("Font");
        if (resources.Entries.Count > MaxFonts) throw new InvalidDataException($"A page has more than {MaxFonts} fonts.");
        var known = resources.Entries.ToDictionary(entry => entry.Key, entry => Font(entry.Value), StringComparer.Ordinal);
        var content = page.Get<PdfReference>("Contents");
        // Read once each, so that the work is bounded by the file's bytes.
        if (!contents.Add(content)) throw new InvalidDataException("A page's content is shown more than once.");
        return new PageText(known).Read(file.Stream(content).Content);
    }

    private ReadFont Font(object reference)
    {
        if (reference is not PdfReference { Number: var number }) throw new InvalidDataException("A font is not where it should be.");
        if (fonts.TryGetValue(number, out var font)) return font;
        if (fonts.Count == MaxFonts) throw new InvalidDataException($"The document has more than {MaxFonts} fonts.");
        return fonts[number] = ReadFont.Of(file, file.Dictionary(reference));
    }
}
