namespace ResultsGrid.Exchange.Pdf.Layout;

/// <summary>Sets headings, paragraphs and tables one under another, on as many pages as they take.</summary>
internal sealed class PageFlow
{
    private const double NoticePadding = 4;

    private readonly PdfDocument document;
    private readonly List<PdfPage> pages = [];

    /// <param name="section">The structure element that takes what is set.</param>
    public PageFlow(PdfDocument document, PageFrame frame, StructureElement section)
    {
        this.document = document;
        Frame = frame;
        Section = section;
        Page = StartPage();
    }

    public PageFrame Frame { get; }

    public StructureElement Section { get; }

    public PdfPage Page { get; private set; }

    /// <summary>Where the next line begins, from the top of the page.</summary>
    public double Y { get; private set; }

    public double Room => Frame.Bottom - Y;

    /// <summary>The room of a page that has nothing but its frame.</summary>
    public double FullRoom { get; private set; }

    public void Title(string text) => Set("H1", TextStyle.Title, text, before: 0, after: 2, keepWithNext: 0);

    /// <param name="keepWithNext">Height of what must follow on the same page.</param>
    public void Heading(string text, double keepWithNext = 40) => Set("H2", TextStyle.Heading, text, before: 12, after: 3, keepWithNext);

    public void Paragraph(string text, TextStyle? style = null, double after = 3) => Set("P", style ?? TextStyle.Body, text, before: 0, after, keepWithNext: 0);

    public void Skip(double height) => Y += height;

    /// <summary>Goes to a new page where less than this is left.</summary>
    /// <returns>True where it did.</returns>
    public bool Ensure(double height)
    {
        if (Room >= height) return false;
        Page = StartPage();
        return true;
    }

    public void StartNewPage() => Page = StartPage();

    public void Draw(TextStyle style, double x, double top, string line)
        => Page.Text(style.IsBold ? document.Bold : document.Regular, style.Size, x, top + style.Rise, line);

    /// <summary>Sets the foot of every page, now that their number is known.</summary>
    public void Close()
    {
        for (var index = 0; index < pages.Count; index++)
        {
            Page = pages[index];
            var count = $"Page {index + 1} of {pages.Count}";
            var top = Frame.Bottom + 4;
            Page.BeginArtifact();
            Page.Fill(Ink.Rule, Frame.Margin, top - 1, Frame.TextWidth, 0.5);
            Draw(TextStyle.Small, Frame.Margin, top, PrintedText.Clean(Frame.RunningTitle));
            Page.End();
            Page.BeginArtifact();
            Draw(TextStyle.Small, Frame.Margin + Frame.TextWidth - TextStyle.Small.WidthOf(count), top, count);
            Page.End();
        }
    }

    private void Set(string type, TextStyle style, string text, double before, double after, double keepWithNext)
    {
        var lines = TextLines.Break(text, style, Frame.TextWidth);
        if (!Ensure(before + lines.Count * style.Leading + keepWithNext)) Y += before;
        Page.Begin(Section.Add(type));
        foreach (var line in lines)
        {
            Draw(style, Frame.Margin, Y, line);
            Y += style.Leading;
        }

        Page.End();
        Y += after;
    }

    private PdfPage StartPage()
    {
        Page = document.AddPage(Frame.Size);
        Y = Frame.Margin;
        if (Frame.Notice is { } notice) SetNotice(notice);
        FullRoom = Room;
        pages.Add(Page);
        return Page;
    }

    // Heard once, on the first page; seen on every page.
    private void SetNotice(string notice)
    {
        var lines = TextLines.Break(notice, TextStyle.Label, Frame.TextWidth - 2 * NoticePadding);
        var height = lines.Count * TextStyle.Label.Leading + 2 * NoticePadding;
        Page.BeginArtifact();
        Page.Fill(Ink.Warning, Frame.Margin, Y, Frame.TextWidth, height);
        Page.End();
        if (pages.Count == 0) Page.Begin(Section.Add("P"));
        else Page.BeginArtifact();
        for (var index = 0; index < lines.Count; index++)
            Draw(TextStyle.Label, Frame.Margin + NoticePadding, Y + NoticePadding + index * TextStyle.Label.Leading, lines[index]);
        Page.End();
        Y += height + 10;
    }
}
