using System.Security;
using System.Text;
using ResultsGrid.Exchange.Fonts;

namespace ResultsGrid.Exchange.Pdf;

/// <summary>A tagged document in British English, written whole at the end.</summary>
/// <param name="title">What a viewer shows as the document's name.</param>
/// <param name="compressed">Shared with other documents that have pages in common with this one.</param>
internal sealed class PdfDocument(string title, CompressedPages? compressed = null)
{
    /// <summary>What names, titles and figures are made of.</summary>
    private const string RegularLetters = " '(),-./0123456789:ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>What headings, labels and grades are made of.</summary>
    private const string BoldLetters = " #*-123456789ABCDEFGMNPQRSTUXabcdefghiklmnoprstuv";

    private readonly PdfFile file = new();
    private readonly List<PdfPage> pages = [];
    private readonly List<Bookmark> bookmarks = [];

    public DocumentFont Regular { get; } = new(Typeface.Regular, "R", RegularLetters);

    public DocumentFont Bold { get; } = new(Typeface.Bold, "B", BoldLetters);

    public StructureElement Structure { get; } = StructureElement.Document();

    public PdfPage AddPage(PageSize size)
    {
        var page = new PdfPage(size, file.Reserve());
        pages.Add(page);
        return page;
    }

    public bool HasBookmarks => bookmarks.Count > 0;

    public void AddBookmark(string text, PdfPage page) => bookmarks.Add(new Bookmark(text, page));

    public byte[] Finish()
    {
        WritePages(out var pageTree);
        var structure = StructureTree.Write(file, Structure, pages);
        var outline = bookmarks.Count == 0 ? "" : $"/Outlines {Bookmark.WriteAll(file, bookmarks)} 0 R";
        var metadata = file.Reserve();
        file.WriteStream(metadata, "/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(Metadata()));
        var catalog = file.Write(
            $"<</Type/Catalog/Pages {pageTree} 0 R/StructTreeRoot {structure} 0 R/MarkInfo<</Marked true>>/Lang(en-GB)" +
            $"/ViewerPreferences<</DisplayDocTitle true>>/Metadata {metadata} 0 R{outline}>>");
        var information = file.Reserve();
        file.Begin(information).Add("<</Title"u8).Text(title).Add("/Producer(ResultsGrid)>>"u8);
        return file.Finish(catalog, information);
    }

    private void WritePages(out int pageTree)
    {
        pageTree = file.Reserve();
        var resources = file.Write($"<</Font<<{string.Concat(Fonts().Select(font => $"/{font.ResourceName} {font.Write(file)} 0 R"))}>>>>");
        for (var index = 0; index < pages.Count; index++)
        {
            var page = pages[index];
            var content = file.Reserve();
            file.WriteStream(content, "/Filter/FlateDecode", compressed?.Compress(page.Content) ?? Flate.Compress(page.Content));
            file.Begin(page.Number).Add("<</Type/Page/Parent "u8).Reference(pageTree).Add("/MediaBox[0 0 "u8)
                .Points(page.Size.Width).Add(" "u8).Points(page.Size.Height).Add("]/Resources "u8).Reference(resources)
                .Add("/Contents "u8).Reference(content).Add("/StructParents "u8).Add(index).Add("/Tabs/S>>"u8);
        }

        var tree = file.Begin(pageTree).Add("<</Type/Pages/Count "u8).Add(pages.Count).Add("/Kids["u8);
        foreach (var page in pages) tree.Reference(page.Number).Add(" "u8);
        tree.Add("]>>"u8);
    }

    private IEnumerable<DocumentFont> Fonts()
    {
        foreach (var font in new[] { Regular, Bold })
        {
            yield return font;
            if (font.Fallback is { } fallback) yield return fallback;
        }
    }

    private string Metadata() =>
        $"""
        <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(title)}</rdf:li></rdf:Alt></dc:title>
        <dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>
        <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end="r"?>
        """;
}
