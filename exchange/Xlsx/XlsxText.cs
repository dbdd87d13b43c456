using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using ResultsGrid.Exchange.Xml;

namespace ResultsGrid.Exchange.Xlsx;

/// <summary>Text as a cell holds it: in XML, where _x0041_ stands for A, so a text that has such letters itself is escaped (ECMA-376 part 1, 22.9.2.19).</summary>
internal static partial class XlsxText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\r\n&<>");

    /// <summary>Ready to stand in the XML. What it forbids becomes U+FFFD, as in every XML document; line ends are escaped, since an XML reader would change them.</summary>
    public static string Escaped(string text)
    {
        var legal = XmlText.Legal(text);
        if (legal.Contains("_x", StringComparison.Ordinal)) legal = LooksEscaped().Replace(legal, "_x005F_");
        return legal.AsSpan().ContainsAny(Special) ? SpecialCharacter().Replace(legal, EscapeOf) : legal;
    }

    /// <summary>A cell's text as it was meant.</summary>
    public static string Unescaped(string text)
        => text.Contains("_x", StringComparison.Ordinal)
            ? EscapedCharacter().Replace(text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
            : text;

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex LooksEscaped();

    private static string EscapeOf(Match match) => match.Value switch
    {
        "\r" => "_x000D_",
        "\n" => "_x000A_",
        "&" => "&amp;",
        "<" => "&lt;",
        _ => "&gt;",
    };

    [GeneratedRegex("[\r\n&<>]", RegexOptions.CultureInvariant)]
    private static partial Regex SpecialCharacter();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex EscapedCharacter();
}
