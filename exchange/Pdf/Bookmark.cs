namespace ResultsGrid.Exchange.Pdf;

/// <summary>A line of the list of contents that a viewer shows beside the document.</summary>
internal sealed record Bookmark(string Text, PdfPage Page)
{
    /// <returns>The number of the list's object.</returns>
    public static int WriteAll(PdfFile file, IReadOnlyList<Bookmark> bookmarks)
    {
        var list = file.Reserve();
        var numbers = bookmarks.Select(_ => file.Reserve()).ToArray();
        for (var index = 0; index < numbers.Length; index++)
        {
            var bytes = file.Begin(numbers[index]).Add("<</Title"u8).Text(bookmarks[index].Text).Add("/Parent "u8).Reference(list);
            if (index > 0) bytes.Add("/Prev "u8).Reference(numbers[index - 1]);
            if (index < numbers.Length - 1) bytes.Add("/Next "u8).Reference(numbers[index + 1]);
            bytes.Add("/Dest["u8).Reference(bookmarks[index].Page.Number).Add("/Fit]>>"u8);
        }

        file.Begin(list).Add("<</Type/Outlines/First "u8).Reference(numbers[0]).Add("/Last "u8).Reference(numbers[^1])
            .Add("/Count "u8).Add(numbers.Length).Add(">>"u8);
        return list;
    }
}
