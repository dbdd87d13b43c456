using ResultsGrid.Exchange.Fonts;

namespace ResultsGrid.Exchange.Pdf.Layout;

/// <summary>Breaks text into lines of a width: at spaces, or inside a word that is wider than the line.</summary>
/// <remarks>A line keeps the space it was broken at, so the lines put together are the text again. A line feed always breaks.</remarks>
internal static class TextLines
{
    public static List<string> Break(string text, TextStyle style, double width)
    {
        var lines = new List<string>(1);
        foreach (var part in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0) lines[^1] += " ";
            AddLines(PrintedText.Clean(part), style, width, lines);
        }

        return lines;
    }

    private static void AddLines(string text, TextStyle style, double width, List<string> lines)
    {
        if (style.WidthOf(text) <= width)
        {
            lines.Add(PrintedText.Plain(text));
            return;
        }

        var start = 0;
        while (start < text.Length)
        {
            var length = FittingLength(text.AsSpan(start), style, width);
            lines.Add(PrintedText.Plain(text.Substring(start, length)));
            start += length;
        }
    }

    /// <summary>How much of the text goes on one line, the space that it is broken at included; at least one letter.</summary>
    private static int FittingLength(ReadOnlySpan<char> text, TextStyle style, double width)
    {
        var used = 0.0;
        var lastBreak = 0;
        var at = 0;
        while (at < text.Length)
        {
            var letter = Typeface.LetterLength(text[at..]);
            used += style.WidthOf(text.Slice(at, letter));
            var isSpace = text[at] == ' ';
            if (used > width && !isSpace) return lastBreak > 0 ? lastBreak : Math.Max(at, letter);
            at += letter;
            if (isSpace) lastBreak = at;
        }

        return text.Length;
    }
}
