using System.Text;
using System.Xml;

namespace ResultsGrid.Exchange.Xml;

/// <summary>Text that XML 1.0 can hold.</summary>
internal static class XmlText
{
    /// <summary>The text with each character that XML forbids (most controls, half a surrogate pair) replaced by U+FFFD.</summary>
    public static string Legal(string text)
    {
        if (IsLegal(text)) return text;
        var legal = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)) legal.Append(rune);
            else legal.Append('\uFFFD');
        }

        return legal.ToString();
    }

    // A surrogate is no XML character by itself: pairs take the slow way too.
    private static bool IsLegal(string text)
    {
        foreach (var c in text)
            if (!XmlConvert.IsXmlChar(c)) return false;
        return true;
    }
}
