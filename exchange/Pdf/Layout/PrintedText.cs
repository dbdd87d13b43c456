using System.Text;

namespace ResultsGrid.Exchange.Pdf.Layout;

/// <summary>Text made fit to be set: no control characters, no broken surrogates.</summary>
internal static class PrintedText
{
    /// <summary>Keeps two words on one line; printed and read back as a plain space.</summary>
    public const char UnbreakableSpace = '\u00A0';

    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune)) clean.Append(' ');
            else clean.Append(rune);
        }

        return clean.ToString();
    }

    /// <summary>As it is set, once its lines are broken.</summary>
    public static string Plain(string line) => line.Replace(UnbreakableSpace, ' ');
}
